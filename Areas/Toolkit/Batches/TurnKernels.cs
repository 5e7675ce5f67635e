using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Transposition of states, from [cell, slot] to [slot, cell].</summary>
/// <remarks>It moves values and changes none.</remarks>
internal static class TurnKernels
{
    /// <summary>Gets the elements from row to row of the result: an odd number of cache lines.</summary>
    /// <remarks>A power of two would crowd the rows into very few of the cache's sets.</remarks>
    public static int Stride<T>(int cells)
        where T : unmanaged
    {
        int lanes = BatchLayout.Lanes<T>();
        return ((BatchLayout.Stride<T>(cells) / lanes) | 1) * lanes;
    }

    /// <summary>Transposes some cells of a state, with their padding.</summary>
    /// <param name="state">State of <paramref name="cells"/> cells.</param>
    /// <param name="first">First cell, a multiple of 16.</param>
    /// <param name="end">End of the cells, exclusive; all of them, or a multiple of 16.</param>
    /// <param name="cells">Number of cells.</param>
    /// <param name="stride">Elements from cell to cell, whole cache lines.</param>
    /// <param name="turned">
    /// Receives <paramref name="stride"/> rows of cells; what is beyond the cells is left or is anything.
    /// </param>
    /// <param name="turnedStride">Elements from row to row, whole cache lines.</param>
    [MethodImpl(Kernel.Compiled)]
    public static void Turn<T>(
        T[] state, int first, int end, int cells, int stride, T[] turned, int turnedStride)
        where T : unmanaged
    {
        ref T from = ref MemoryMarshal.GetArrayDataReference(state);
        ref T to = ref MemoryMarshal.GetArrayDataReference(turned);
        int side = Vector128<T>.Count;
        for (int cell = first; cell < end; cell += side)
        {
            // Beyond the last cell there is nothing to read: take the last one again.
            nint next = Math.Min(1, cells - 1 - cell) * stride;
            nint second = Math.Min(2, cells - 1 - cell) * stride;
            nint third = Math.Min(3, cells - 1 - cell) * stride;
            for (int slot = 0; slot < stride; slot += side)
            {
                ref T source = ref Unsafe.Add(ref from, (cell * stride) + slot);
                ref T target = ref Unsafe.Add(ref to, (slot * turnedStride) + cell);
                if (!Sse2.IsSupported)
                {
                    TurnOneByOne(ref source, next, second, third, ref target, turnedStride);
                }
                else if (typeof(T) == typeof(float))
                {
                    Turn(
                        ref Unsafe.As<T, float>(ref source), next, second, third, ref Unsafe.As<T, float>(ref target),
                        turnedStride);
                }
                else
                {
                    Turn(
                        ref Unsafe.As<T, double>(ref source), next, ref Unsafe.As<T, double>(ref target),
                        turnedStride);
                }
            }
        }
    }

    // What the next two do, without x64's instructions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnOneByOne<T>(ref T from, nint next, nint second, nint third, ref T to, nint stride)
        where T : unmanaged
    {
        int side = Vector128<T>.Count;
        for (int slot = 0; slot < side; slot++, to = ref Unsafe.Add(ref to, stride), from = ref Unsafe.Add(ref from, 1))
        {
            to = from;
            Unsafe.Add(ref to, 1) = Unsafe.Add(ref from, next);
            if (side == 2)
                continue;
            Unsafe.Add(ref to, 2) = Unsafe.Add(ref from, second);
            Unsafe.Add(ref to, 3) = Unsafe.Add(ref from, third);
        }
    }

    // Four by four floats: (a b c d) becomes (a0 b0 c0 d0), (a1 b1 c1 d1) and so on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref float from, nint next, nint second, nint third, ref float to, nint stride)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref from), b = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, next));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, second));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, third));
        Vector128<float> abLow = Sse.UnpackLow(a, b), cdLow = Sse.UnpackLow(c, d);
        Vector128<float> abHigh = Sse.UnpackHigh(a, b), cdHigh = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(abLow, cdLow).StoreUnsafe(ref to);
        Sse.MoveHighToLow(cdLow, abLow).StoreUnsafe(ref Unsafe.Add(ref to, stride));
        Sse.MoveLowToHigh(abHigh, cdHigh).StoreUnsafe(ref Unsafe.Add(ref to, 2 * stride));
        Sse.MoveHighToLow(cdHigh, abHigh).StoreUnsafe(ref Unsafe.Add(ref to, 3 * stride));
    }

    // Two by two doubles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref double from, nint next, ref double to, nint stride)
    {
        Vector128<double> a = Vector128.LoadUnsafe(ref from), b = Vector128.LoadUnsafe(ref Unsafe.Add(ref from, next));
        Sse2.UnpackLow(a, b).StoreUnsafe(ref to);
        Sse2.UnpackHigh(a, b).StoreUnsafe(ref Unsafe.Add(ref to, stride));
    }
}
