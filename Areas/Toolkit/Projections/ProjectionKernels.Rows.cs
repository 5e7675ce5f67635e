using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Loops over rows, by pairs of panels and by vectors.</content>
internal static partial class ProjectionKernels
{
    // Keep this kernel out of line: the compiler inlines only so much into one method, and a kernel that is not inlined
    // itself gets all of its cells inlined. Take two panels at a time, so that each rate and presynaptic factor is
    // broadcast once for both. A vector narrower than a panel takes its halves one after the other.
    [MethodImpl(Kernel.Compiled)]
    private static void Rows<T, TVector, TElements, TUpdate>(
        WeightMatrix shape, AlignedArray<T> matrix, AlignedArray<T> lowPassed, ReadOnlySpan<T> x,
        UpdateFactors<T> factors, T[] y, bool add, int first, int rows)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        int columns = shape.Columns;
        ref T m = ref Unsafe.Add(ref matrix.First, first * columns);
        ref T d = ref Unsafe.Add(ref lowPassed.First, first * columns);
        ref T rates = ref MemoryMarshal.GetReference(x);
        ref T sums = ref MemoryMarshal.GetArrayDataReference(y);
        int panel = TElements.Lanes * columns;
        int row = first;
        for (; rows - row > TElements.Lanes; row += 2 * TElements.Lanes)
        {
            // With ten rows the last vector of the second panel would be padding only.
            if (rows - row > TElements.Lanes + TElements.Count)
            {
                TwoPanels<T, TVector, TElements, TUpdate, Yes>(
                    ref m, ref d, (nuint)panel, columns, ref rates, factors, ref sums, row, add);
            }
            else
            {
                TwoPanels<T, TVector, TElements, TUpdate, No>(
                    ref m, ref d, (nuint)panel, columns, ref rates, factors, ref sums, row, add);
            }

            m = ref Unsafe.Add(ref m, 2 * panel);
            d = ref Unsafe.Add(ref d, 2 * panel);
        }

        for (; row < rows; row += TElements.Lanes)
        {
            for (int half = 0; half < TElements.Lanes && row + half < rows; half += TElements.Count)
            {
                OneVector<T, TVector, TElements, TUpdate>(
                    ref Unsafe.Add(ref m, half), ref Unsafe.Add(ref d, half), columns, ref rates, factors, ref sums,
                    row + half, add);
            }

            m = ref Unsafe.Add(ref m, panel);
            d = ref Unsafe.Add(ref d, panel);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneVector<T, TVector, TElements, TUpdate>(
        ref T m, ref T d, int columns, ref T x, UpdateFactors<T> factors, ref T y, int row, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        ref T pre = ref MemoryMarshal.GetArrayDataReference(factors.Pre);
        ref T columnDecay = ref MemoryMarshal.GetArrayDataReference(factors.ColumnDecay);
        TVector factor = TElements.Create(TUpdate.Factor(factors));
        Post<T, TVector, TElements, TUpdate>(
            factors, TElements.Create(factors.PostScale), factor, row, out TVector post, out TVector rowFactor);
        TVector even = TElements.Create(default), odd = even;
        nuint lanes = (nuint)TElements.Lanes;
        for (int pairs = columns >> 1; pairs > 0; pairs--)
        {
            Cell<T, TVector, TElements, TUpdate>(
                ref m, ref d, 0, Value<T, TVector, TElements>(ref x, 0), Value<T, TVector, TElements>(ref pre, 0),
                Decay<T, TVector, TElements, TUpdate>(ref columnDecay, 0, factor), post, rowFactor, ref even);
            Cell<T, TVector, TElements, TUpdate>(
                ref m, ref d, lanes, Value<T, TVector, TElements>(ref x, 1), Value<T, TVector, TElements>(ref pre, 1),
                Decay<T, TVector, TElements, TUpdate>(ref columnDecay, 1, factor), post, rowFactor, ref odd);
            m = ref Unsafe.Add(ref m, 2 * lanes);
            d = ref Unsafe.Add(ref d, 2 * lanes);
            x = ref Unsafe.Add(ref x, 2);
            pre = ref Unsafe.Add(ref pre, 2);
            columnDecay = ref Unsafe.Add(ref columnDecay, 2);
        }

        if ((columns & 1) != 0)
        {
            Cell<T, TVector, TElements, TUpdate>(
                ref m, ref d, 0, Value<T, TVector, TElements>(ref x, 0), Value<T, TVector, TElements>(ref pre, 0),
                Decay<T, TVector, TElements, TUpdate>(ref columnDecay, 0, factor), post, rowFactor, ref even);
        }

        Store<T, TVector, TElements>(even, odd, ref y, (nuint)row, add);
    }
}
