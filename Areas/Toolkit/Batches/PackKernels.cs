using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Copies of columns of a matrix into arrays without gaps.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
internal static class PackKernels<T, TVector, TElements>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    /// <summary>Copies some columns; the parameters are those of the kernel.</summary>
    [MethodImpl(Kernel.Compiled)]
    public static void Pack(T[] x, int start, int stride, int rows, T[] packed, int packedStart, int columns)
    {
        ref T from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(x), start);
        ref T to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(packed), packedStart);
        if (columns == 2 * TElements.Count)
            Copy<Row2<T, TVector, TElements>>(ref from, stride, rows, ref to, columns);
        else
            Copy<Row1<T, TVector, TElements>>(ref from, stride, rows, ref to, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TRow>(ref T from, nint stride, int rows, ref T to, nint columns)
        where TRow : struct, ITileRow<T, TVector, TRow>
    {
        for (; rows > 0; rows--)
        {
            TRow.Store(TRow.Load(ref from), ref to);
            from = ref Unsafe.Add(ref from, stride);
            to = ref Unsafe.Add(ref to, columns);
        }
    }
}
