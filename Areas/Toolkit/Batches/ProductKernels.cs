using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Products that <see cref="Product{T}"/> describes, cut into blocks of terms and into tiles.</summary>
/// <remarks>
/// A sum that is cut into blocks goes on from what the block before left in C, so no cut changes a bit. Sixteen
/// registers hold five rows of two vectors, thirty-two hold five of four or ten of two, with the factors.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
internal static class ProductKernels<T, TVector, TElements>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private const int MostRows = 10;

    // The part of X that a tile reads in a block of terms: it stays in the second-level cache while all rows pass by.
    // Tiles of few rows read more of A besides; their part of X stays in the first-level cache.
    private static int BlockBytes => IsWide ? 128 << 10 : 16 << 10;

    private static bool IsWide => TElements.Count == TElements.Lanes;

    /// <summary>Computes some rows of a product.</summary>
    public static void Multiply(in Product<T> p, int first, int end)
    {
        if (p.TileColumns > 0)
        {
            Tiles(in p, first, end);
            return;
        }

        int vectors = IsWide && p.Columns >= 4 * TElements.Count ? 4 : 2;
        int terms = p.IsScaled ? int.MaxValue : BlockBytes / (vectors * TElements.Count * Unsafe.SizeOf<T>());
        Product<T> block = p;
        while (block.TakeBlock(in p, terms))
            Columns(in block, first, end);
    }

    private static void Tiles(in Product<T> p, int first, int end)
    {
        for (int s = 0, c = 0; s < p.Columns; s += p.TileColumns, c += p.CTile)
        {
            if (p.TileColumns == TElements.Count)
                Rows<Row1<T, TVector, TElements>, Ten>(in p, s, c, first, end);
            else if (IsWide)
                Rows<Row2<T, TVector, TElements>, Ten>(in p, s, c, first, end);
            else
                Rows<Row2<T, TVector, TElements>, Five>(in p, s, c, first, end);
        }
    }

    private static void Columns(in Product<T> p, int first, int end)
    {
        int s = 0;
        for (; IsWide && s <= p.Columns - (4 * TElements.Count); s += 4 * TElements.Count)
            Rows<Row4<T, TVector, TElements>, Five>(in p, s, s, first, end);
        for (; s <= p.Columns - (2 * TElements.Count); s += 2 * TElements.Count)
        {
            if (IsWide)
                Rows<Row2<T, TVector, TElements>, Ten>(in p, s, s, first, end);
            else
                Rows<Row2<T, TVector, TElements>, Five>(in p, s, s, first, end);
        }

        for (; s <= p.Columns - TElements.Count; s += TElements.Count)
            Rows<Row1<T, TVector, TElements>, Ten>(in p, s, s, first, end);
        if (s < p.Columns)
            LastColumns(in p, s, first, end);
    }

    // Columns of a tile, from column s of X and element c of a row of C.
    private static void Rows<TRow, TCount>(in Product<T> p, int s, int c, int first, int end)
        where TRow : struct, ITileRow<T, TVector, TRow>
        where TCount : struct, IRowCount
    {
        ref T start = ref MemoryMarshal.GetArrayDataReference(p.Start);
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.A), p.AStart);
        ref T x = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.X), p.XStart + s);
        ref T target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.C), p.CStart + c);
        for (int i = first; i < end;)
        {
            i += ProductTile<T, TVector, TElements, TRow>.Sum<TCount>(
                in p, ref Unsafe.Add(ref a, i * p.ARow), ref x, ref Unsafe.Add(ref target, i * p.CRow), p.CRow,
                ref Unsafe.Add(ref start, i * p.StartRow), end - i);
        }
    }

    // The last columns, fewer than a vector, by way of a tile with room for whole ones.
    [MethodImpl(Kernel.Compiled)]
    private static void LastColumns(in Product<T> p, int s, int first, int end)
    {
        Span<T> room = stackalloc T[MostRows * TElements.Count];
        ref T tile = ref MemoryMarshal.GetReference(room);
        int bytes = (p.Columns - s) * Unsafe.SizeOf<T>();
        ref T start = ref MemoryMarshal.GetArrayDataReference(p.Start);
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.A), p.AStart);
        ref T x = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.X), p.XStart + s);
        ref T c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.C), p.CStart + s);
        for (int i = first; i < end;)
        {
            ref T ci = ref Unsafe.Add(ref c, i * p.CRow);
            int rows = Math.Min(MostRows, end - i);
            for (int row = 0; row < rows; row++)
                Copy(ref Unsafe.Add(ref ci, row * p.CRow), ref Unsafe.Add(ref tile, row * TElements.Count), bytes);
            rows = ProductTile<T, TVector, TElements, Row1<T, TVector, TElements>>.Sum<Ten>(
                in p, ref Unsafe.Add(ref a, i * p.ARow), ref x, ref tile, TElements.Count,
                ref Unsafe.Add(ref start, i * p.StartRow), rows);
            for (int row = 0; row < rows; row++)
                Copy(ref Unsafe.Add(ref tile, row * TElements.Count), ref Unsafe.Add(ref ci, row * p.CRow), bytes);
            i += rows;
        }
    }

    // Copies fewer than 64 bytes, a multiple of four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref T source, ref T target, int bytes)
    {
        ref byte from = ref Unsafe.As<T, byte>(ref source), to = ref Unsafe.As<T, byte>(ref target);
        int at = 0;
        if ((bytes & 32) != 0)
            Copy<Vector256<byte>>(ref from, ref to, ref at);
        if ((bytes & 16) != 0)
            Copy<Vector128<byte>>(ref from, ref to, ref at);
        if ((bytes & 8) != 0)
            Copy<ulong>(ref from, ref to, ref at);
        if ((bytes & 4) != 0)
            Copy<uint>(ref from, ref to, ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TPart>(ref byte from, ref byte to, ref int at)
        where TPart : unmanaged
    {
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, at), Unsafe.ReadUnaligned<TPart>(ref Unsafe.Add(ref from, at)));
        at += Unsafe.SizeOf<TPart>();
    }
}
