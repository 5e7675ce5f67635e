using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Loop over the panels of a renewal.</content>
internal static partial class HeldKernels
{
    [MethodImpl(Kernel.Compiled)]
    private static void Panels<T, TVector, TElements, TLow, TStore>(
        WeightMatrix shape, AlignedArray<T> w, AlignedArray<T> d, HeldColumns<T> columns, T[] e, T[] f, T[] sums,
        T[] lowSums, int first, int end)
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
            TVector e2 = two ? TElements.Load(ref eRef, (nuint)row + half) : e1;
            TVector f2 = two ? TElements.Load(ref fRef, (nuint)row + half) : f1;
            ref T weights = ref Unsafe.Add(ref wRef, row * shape.Columns);
            ref T lows = ref Unsafe.Add(ref dRef, row * shape.Columns);
            foreach (ref readonly HeldColumn<T> column in columns.Active)
            {
                nuint at = column.Offset;
                TVector gain = TElements.Create(column.Gain), keep = TElements.Create(column.Keep);
                TVector old = TElements.Create(column.Old), fresh = TElements.Create(column.Fresh);
                Cell<T, TVector, TElements, TLow, TStore>(
                    ref weights, ref lows, at, gain, keep, old, fresh, e1, f1, ref sum, ref low);
                if (two)
                {
                    Cell<T, TVector, TElements, TLow, TStore>(
                        ref weights, ref lows, at + half, gain, keep, old, fresh, e2, f2, ref sum2, ref low2);
                }
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
        ref T w, ref T d, nuint at, TVector gain, TVector keep, TVector old, TVector fresh, TVector e, TVector f,
        ref TVector sum, ref TVector lowSum)
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
