using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>The kernels of <c>HeldInput</c>. Each is written once, generic in the vector; rows never mix, sums over columns run in one chain.</summary>
internal static class HeldKernels
{
    /// <summary>y = a + gain b + norm F, then, if there is an update, E = keep E + scale post and F += E.</summary>
    public static void Step(double[] a, double[] b, double gain, double norm, double[] e, double[] f, double keep, double scale, double[] post, bool learn, double[] y, int size)
    {
        if (Vector512.IsHardwareAccelerated)
            Step<Vector512<double>, Vector512<ulong>, Lanes512>(a, b, gain, norm, e, f, keep, scale, post, learn, y, size);
        else
            Step<Vector256<double>, Vector256<ulong>, Lanes256>(a, b, gain, norm, e, f, keep, scale, post, learn, y, size);
    }

    /// <summary>
    /// Brings columns up to date, W += gain_j D + F r_j^T and D = keep_j D + E r_j^T, and sums over them: sums = W x, lowSums = D x, both with the new values.
    /// </summary>
    public static void Renew(WeightMatrix w, WeightMatrix? d, HeldColumns<double> columns, double[] e, double[] f, double[] sums, double[] lowSums, bool store)
    {
        if (Vector512.IsHardwareAccelerated)
            Choose<double, Vector512<double>, Lanes512>(w, w.Doubles, d?.Doubles, columns, e, f, sums, lowSums, store, 0, w.Rows);
        else
            Choose<double, Vector256<double>, Lanes256>(w, w.Doubles, d?.Doubles, columns, e, f, sums, lowSums, store, 0, w.Rows);
    }

    /// <summary>The same over floats.</summary>
    public static void Renew(WeightMatrix w, WeightMatrix? d, HeldColumns<float> columns, float[] e, float[] f, float[] sums, float[] lowSums, bool store)
    {
        if (Vector512.IsHardwareAccelerated)
            Choose<float, Vector512<float>, Singles512>(w, w.Singles, d?.Singles, columns, e, f, sums, lowSums, store, 0, w.Rows);
        else
            Choose<float, Vector256<float>, Singles256>(w, w.Singles, d?.Singles, columns, e, f, sums, lowSums, store, 0, w.Rows);
    }

    /// <summary>The same with a chosen vector, over some of the rows, which begin with a panel and end with one or with the matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Choose<T, TVector, TElements>(
        WeightMatrix shape, AlignedArray<T> w, AlignedArray<T>? d, HeldColumns<T> columns, T[] e, T[] f, T[] sums, T[] lowSums, bool store, int first, int end)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        int rows = shape.PaddedRows;
        if (e.Length < rows || f.Length < rows || sums.Length < rows || lowSums.Length < rows)
            throw new ArgumentException($"{shape.Rows} rows take vectors of at least {rows} values.");
        if (d is null)
            Panels<T, TVector, TElements, No, Yes>(shape, w, w, columns, e, f, sums, lowSums, first, end);
        else if (store)
            Panels<T, TVector, TElements, Yes, Yes>(shape, w, d, columns, e, f, sums, lowSums, first, end);
        else
            Panels<T, TVector, TElements, Yes, No>(shape, w, d, columns, e, f, sums, lowSums, first, end);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step<TVector, TBits, TLanes>(
        double[] a, double[] b, double gain, double norm, double[] e, double[] f, double keep, double scale, double[] post, bool learn, double[] y, int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, a, b, e, f);
        Padding.Check(size, post, y, y, y);
        ref double aRef = ref MemoryMarshal.GetArrayDataReference(a);
        ref double bRef = ref MemoryMarshal.GetArrayDataReference(b);
        ref double eRef = ref MemoryMarshal.GetArrayDataReference(e);
        ref double fRef = ref MemoryMarshal.GetArrayDataReference(f);
        ref double yRef = ref MemoryMarshal.GetArrayDataReference(y);
        ref double postRef = ref MemoryMarshal.GetArrayDataReference(post);
        TVector g = TLanes.Create(gain), rr = TLanes.Create(norm), q = TLanes.Create(keep), s = TLanes.Create(scale);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector accumulated = TLanes.Load(ref fRef, i);
            TVector drift = TLanes.Fma(g, TLanes.Load(ref bRef, i), TLanes.Load(ref aRef, i));
            TLanes.Store(TLanes.Fma(rr, accumulated, drift), ref yRef, i);
            if (!learn)
                continue;
            TVector low = TLanes.Fma(q, TLanes.Load(ref eRef, i), TLanes.Multiply(s, TLanes.Load(ref postRef, i)));
            TLanes.Store(low, ref eRef, i);
            TLanes.Store(TLanes.Add(accumulated, low), ref fRef, i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Panels<T, TVector, TElements, TLow, TStore>(
        WeightMatrix shape, AlignedArray<T> w, AlignedArray<T> d, HeldColumns<T> columns, T[] e, T[] f, T[] sums, T[] lowSums, int first, int end)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
        where TStore : struct, IChoice
    {
        ref T wRef = ref w.First;
        ref T dRef = ref d.First;
        ref T eRef = ref MemoryMarshal.GetArrayDataReference(e);
        ref T fRef = ref MemoryMarshal.GetArrayDataReference(f);
        ref T sumRef = ref MemoryMarshal.GetArrayDataReference(sums);
        ref T lowRef = ref MemoryMarshal.GetArrayDataReference(lowSums);
        nuint half = (nuint)TElements.Count;
        for (int row = first; row < end; row += TElements.Lanes)
        {
            bool two = TElements.Count < TElements.Lanes && row + TElements.Count < end;
            TVector zero = TElements.Create(default), sum = zero, low = zero, sum2 = zero, low2 = zero;
            TVector e1 = TElements.Load(ref eRef, (nuint)row), f1 = TElements.Load(ref fRef, (nuint)row);
            TVector e2 = two ? TElements.Load(ref eRef, (nuint)row + half) : e1, f2 = two ? TElements.Load(ref fRef, (nuint)row + half) : f1;
            ref T weights = ref Unsafe.Add(ref wRef, row * shape.Columns);
            ref T lows = ref Unsafe.Add(ref dRef, row * shape.Columns);
            foreach (ref readonly HeldColumn<T> column in columns.Active)
            {
                nuint at = column.Offset;
                TVector gain = TElements.Create(column.Gain), keep = TElements.Create(column.Keep);
                TVector old = TElements.Create(column.Old), fresh = TElements.Create(column.Fresh);
                Cell<T, TVector, TElements, TLow, TStore>(ref weights, ref lows, at, gain, keep, old, fresh, e1, f1, ref sum, ref low);
                if (two)
                    Cell<T, TVector, TElements, TLow, TStore>(ref weights, ref lows, at + half, gain, keep, old, fresh, e2, f2, ref sum2, ref low2);
            }

            TElements.Store(sum, ref sumRef, (nuint)row);
            TElements.Store(low, ref lowRef, (nuint)row);
            if (!two)
                continue;
            TElements.Store(sum2, ref sumRef, (nuint)row + half);
            TElements.Store(low2, ref lowRef, (nuint)row + half);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell<T, TVector, TElements, TLow, TStore>(
        ref T w, ref T d, nuint at, TVector gain, TVector keep, TVector old, TVector fresh, TVector e, TVector f, ref TVector sum, ref TVector lowSum)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
        where TStore : struct, IChoice
    {
        TVector weight = TElements.Load(ref w, at);
        if (TLow.IsTrue)
        {
            TVector low = TElements.Load(ref d, at);
            weight = TElements.Fma(gain, low, weight);
            low = TElements.Fma(e, old, TElements.Multiply(keep, low));
            lowSum = TElements.Fma(low, fresh, lowSum);
            if (TStore.IsTrue)
                TElements.Store(low, ref d, at);
        }

        weight = TElements.Fma(f, old, weight);
        sum = TElements.Fma(weight, fresh, sum);
        if (TStore.IsTrue)
            TElements.Store(weight, ref w, at);
    }
}
