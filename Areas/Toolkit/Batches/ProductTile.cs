using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Tile of a product: up to ten rows of C whose sums all stay in registers.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <typeparam name="TRow">A row.</typeparam>
internal static class ProductTile<T, TVector, TElements, TRow>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
    where TRow : struct, ITileRow<T, TVector, TRow>
{
    /// <summary>Sums up as many rows as a tile has, or as are left.</summary>
    /// <param name="p">The product, with the loops over a block of terms.</param>
    /// <param name="a">A(i, k) of the tile's first row and the block's first term.</param>
    /// <param name="x">X(k, s) of that term and the tile's first column.</param>
    /// <param name="c">C of the tile's first row and column.</param>
    /// <param name="cRow">Elements from row to row of C.</param>
    /// <param name="start">First value of the first row's chain.</param>
    /// <param name="rows">Rows that are left.</param>
    /// <typeparam name="TCount">Number of rows of a whole tile, five or ten.</typeparam>
    /// <returns>The number of rows done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum<TCount>(
        in Product<T> p, ref T a, ref T x, ref T c, nint cRow, ref T start, int rows)
        where TCount : struct, IRowCount
    {
        if (rows >= TCount.Count)
            return Rows<TCount>(in p, ref a, ref x, ref c, cRow, ref start);
        return rows switch
        {
            >= 5 => Rows<Five>(in p, ref a, ref x, ref c, cRow, ref start),
            4 => Rows<Four>(in p, ref a, ref x, ref c, cRow, ref start),
            3 => Rows<Three>(in p, ref a, ref x, ref c, cRow, ref start),
            2 => Rows<Two>(in p, ref a, ref x, ref c, cRow, ref start),
            _ => Rows<One>(in p, ref a, ref x, ref c, cRow, ref start),
        };
    }

    [MethodImpl(Kernel.Compiled)]
    private static int Rows<TCount>(
        in Product<T> p, ref T a, ref T x, ref T c, nint cRow, ref T start)
        where TCount : struct, IRowCount
    {
        TRow s5 = default, s6 = default, s7 = default, s8 = default, s9 = default;
        FiveRows<T, TVector, TElements, TRow, TCount>.Begin(
            ref c, cRow, ref start, p.StartRow, p.GoesOn, out TRow s0, out TRow s1, out TRow s2, out TRow s3,
            out TRow s4);
        if (TCount.Count > 5)
        {
            FiveRows<T, TVector, TElements, TRow, Five>.Begin(
                ref Unsafe.Add(ref c, 5 * cRow), cRow, ref Unsafe.Add(ref start, 5 * p.StartRow), p.StartRow, p.GoesOn,
                out s5, out s6, out s7, out s8, out s9);
        }

        nint aRow = p.ARow, aStep = p.Inner.A, xStep = p.Inner.X;
        for (int outer = p.Outer.Count; outer > 0; outer--)
        {
            ref T aMiddle = ref a, xMiddle = ref x;
            for (int middle = p.Middle.Count; middle > 0; middle--)
            {
                ref T aInner = ref aMiddle, xInner = ref xMiddle;
                for (int inner = p.Inner.Count; inner > 0; inner--)
                {
                    TRow row = TRow.Load(ref xInner);
                    FiveRows<T, TVector, TElements, TRow, TCount>.AddElements(
                        ref aInner, aRow, row, ref s0, ref s1, ref s2, ref s3, ref s4);
                    if (TCount.Count > 5)
                    {
                        FiveRows<T, TVector, TElements, TRow, Five>.AddElements(
                            ref Unsafe.Add(ref aInner, 5 * aRow), aRow, row, ref s5, ref s6, ref s7, ref s8, ref s9);
                    }

                    aInner = ref Unsafe.Add(ref aInner, aStep);
                    xInner = ref Unsafe.Add(ref xInner, xStep);
                }

                aMiddle = ref Unsafe.Add(ref aMiddle, p.Middle.A);
                xMiddle = ref Unsafe.Add(ref xMiddle, p.Middle.X);
            }

            a = ref Unsafe.Add(ref a, p.Outer.A);
            x = ref Unsafe.Add(ref x, p.Outer.X);
        }

        FiveRows<T, TVector, TElements, TRow, TCount>.End(
            ref c, cRow, p.IsScaled, p.Scale, p.Decay, s0, s1, s2, s3, s4);
        if (TCount.Count > 5)
        {
            FiveRows<T, TVector, TElements, TRow, Five>.End(
                ref Unsafe.Add(ref c, 5 * cRow), cRow, p.IsScaled, p.Scale, p.Decay, s5, s6, s7, s8, s9);
        }

        return TCount.Count;
    }
}
