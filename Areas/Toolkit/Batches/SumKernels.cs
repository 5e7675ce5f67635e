using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Sums over slots and positions, and of arrays.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
internal static class SumKernels<T, TVector, TElements>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private const int MostRows = 5;

    /// <summary>Computes b[i] += scale times the sum over the runs of row i.</summary>
    [MethodImpl(Kernel.Compiled)]
    public static void AddRowSums(
        T[] b, int first, int end, T[] e, int row, in SlotRuns<T> runs, T scale)
    {
        Span<T> sums = stackalloc T[MostRows * TElements.Lanes];
        ref T start = ref MemoryMarshal.GetArrayDataReference(e);
        int half = TElements.Lanes / 2;
        for (int i = first; i < end;)
        {
            bool isWhole = end - i >= MostRows;
            int count = isWhole ? MostRows : 1;
            for (int lane = 0; lane < TElements.Lanes; lane += TElements.Count)
            {
                ref T at = ref Unsafe.Add(ref start, (i * row) + lane);
                if (isWhole)
                    Sum<Five>(in runs, lane, ref at, row, ref sums[lane]);
                else
                    Sum<One>(in runs, lane, ref at, row, ref sums[lane]);
            }

            for (int last = 0; last < count; last++, i++)
            {
                ref T lower = ref sums[last * TElements.Lanes];
                b[i] = Fused.MultiplyAdd(scale, LaneTree.Sum(ref lower, ref Unsafe.Add(ref lower, half)), b[i]);
            }
        }
    }

    /// <summary>Computes y += scale x.</summary>
    [MethodImpl(Kernel.Compiled)]
    public static void AddScaled(Span<T> y, T scale, ReadOnlySpan<T> x)
    {
        ref T source = ref MemoryMarshal.GetReference(x);
        ref T target = ref MemoryMarshal.GetReference(y);
        TVector factor = TElements.Create(scale);
        int i = 0;
        for (; i <= x.Length - TElements.Count; i += TElements.Count)
        {
            TElements.Store(
                TElements.Fma(factor, TElements.Load(ref source, (nuint)i), TElements.Load(ref target, (nuint)i)),
                ref target, (nuint)i);
        }

        for (; i < x.Length; i++)
            y[i] = Fused.MultiplyAdd(scale, x[i], y[i]);
    }

    // Sums over as many logical lanes as a vector has; a term times 1 is added without a rounding of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum<TCount>(in SlotRuns<T> runs, int lane, ref T e, nint row, ref T sums)
        where TCount : struct, IRowCount
    {
        T zero = T.Zero;
        Row1<T, TVector, TElements> one = new(TElements.Create(T.One));
        FiveRows<T, TVector, TElements, Row1<T, TVector, TElements>, TCount>.Begin(
            ref sums, 0, ref zero, 0, false, out Row1<T, TVector, TElements> s0,
            out Row1<T, TVector, TElements> s1, out Row1<T, TVector, TElements> s2,
            out Row1<T, TVector, TElements> s3, out Row1<T, TVector, TElements> s4);
        for (int run = runs.Count; run > 0; run--)
        {
            for (nint at = 0; at < runs.Length; at += TElements.Lanes)
            {
                FiveRows<T, TVector, TElements, Row1<T, TVector, TElements>, TCount>.AddVectors(
                    ref Unsafe.Add(ref e, at), row, one, ref s0, ref s1, ref s2, ref s3, ref s4);
            }

            if (runs.HasLastSlots)
            {
                Row1<T, TVector, TElements> last = new(TElements.Load(ref runs.LastSlots[lane], 0));
                FiveRows<T, TVector, TElements, Row1<T, TVector, TElements>, TCount>.AddVectors(
                    ref Unsafe.Add(ref e, runs.Length), row, last, ref s0, ref s1, ref s2, ref s3, ref s4);
            }

            e = ref Unsafe.Add(ref e, runs.Step);
        }

        FiveRows<T, TVector, TElements, Row1<T, TVector, TElements>, TCount>.End(
            ref sums, TElements.Lanes, false, zero, zero, s0, s1, s2, s3, s4);
    }
}
