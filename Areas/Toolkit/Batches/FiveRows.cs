using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Up to five rows of a tile, whose sums stay in registers.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <typeparam name="TRow">A row.</typeparam>
/// <typeparam name="TCount">Number of rows of the tile; those beyond five are not touched here.</typeparam>
internal static class FiveRows<T, TVector, TElements, TRow, TCount>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
    where TRow : struct, ITileRow<T, TVector, TRow>
    where TCount : struct, IRowCount
{
    /// <summary>Begins the sums, with those in C or with a value per row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Begin(
        ref T c, nint cRow, ref T start, nint startRow, bool goesOn, out TRow r0, out TRow r1, out TRow r2,
        out TRow r3, out TRow r4)
    {
        (r1, r2, r3, r4) = (default, default, default, default);
        r0 = Begin(ref c, ref start, goesOn);
        if (TCount.Count > 1)
            r1 = Begin(ref Unsafe.Add(ref c, cRow), ref Unsafe.Add(ref start, startRow), goesOn);
        if (TCount.Count > 2)
            r2 = Begin(ref Unsafe.Add(ref c, 2 * cRow), ref Unsafe.Add(ref start, 2 * startRow), goesOn);
        if (TCount.Count > 3)
            r3 = Begin(ref Unsafe.Add(ref c, 3 * cRow), ref Unsafe.Add(ref start, 3 * startRow), goesOn);
        if (TCount.Count > 4)
            r4 = Begin(ref Unsafe.Add(ref c, 4 * cRow), ref Unsafe.Add(ref start, 4 * startRow), goesOn);
    }

    /// <summary>Adds a term: an element of A for each row, times <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddElements(
        ref T a, nint aRow, TRow x, ref TRow r0, ref TRow r1, ref TRow r2, ref TRow r3, ref TRow r4)
    {
        r0 = TRow.Fma(TElements.Create(a), x, r0);
        if (TCount.Count > 1)
            r1 = TRow.Fma(TElements.Create(Unsafe.Add(ref a, aRow)), x, r1);
        if (TCount.Count > 2)
            r2 = TRow.Fma(TElements.Create(Unsafe.Add(ref a, 2 * aRow)), x, r2);
        if (TCount.Count > 3)
            r3 = TRow.Fma(TElements.Create(Unsafe.Add(ref a, 3 * aRow)), x, r3);
        if (TCount.Count > 4)
            r4 = TRow.Fma(TElements.Create(Unsafe.Add(ref a, 4 * aRow)), x, r4);
    }

    /// <summary>Adds terms: a vector of E for each row, lane by lane times <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddVectors(
        ref T e, nint eRow, TRow x, ref TRow r0, ref TRow r1, ref TRow r2, ref TRow r3, ref TRow r4)
    {
        r0 = TRow.Fma(TElements.Load(ref e, 0), x, r0);
        if (TCount.Count > 1)
            r1 = TRow.Fma(TElements.Load(ref Unsafe.Add(ref e, eRow), 0), x, r1);
        if (TCount.Count > 2)
            r2 = TRow.Fma(TElements.Load(ref Unsafe.Add(ref e, 2 * eRow), 0), x, r2);
        if (TCount.Count > 3)
            r3 = TRow.Fma(TElements.Load(ref Unsafe.Add(ref e, 3 * eRow), 0), x, r3);
        if (TCount.Count > 4)
            r4 = TRow.Fma(TElements.Load(ref Unsafe.Add(ref e, 4 * eRow), 0), x, r4);
    }

    /// <summary>Stores the sums, or C + scale sum - decay C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End(
        ref T c, nint cRow, bool isScaled, T scale, T decay, TRow r0, TRow r1, TRow r2, TRow r3, TRow r4)
    {
        End(ref c, isScaled, scale, decay, r0);
        if (TCount.Count > 1)
            End(ref Unsafe.Add(ref c, cRow), isScaled, scale, decay, r1);
        if (TCount.Count > 2)
            End(ref Unsafe.Add(ref c, 2 * cRow), isScaled, scale, decay, r2);
        if (TCount.Count > 3)
            End(ref Unsafe.Add(ref c, 3 * cRow), isScaled, scale, decay, r3);
        if (TCount.Count > 4)
            End(ref Unsafe.Add(ref c, 4 * cRow), isScaled, scale, decay, r4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TRow Begin(ref T c, ref T start, bool goesOn) =>
        goesOn ? TRow.Load(ref c) : TRow.Create(TElements.Create(start));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void End(ref T c, bool isScaled, T scale, T decay, TRow sum)
    {
        if (isScaled)
        {
            TRow old = TRow.Load(ref c);
            sum = TRow.Fma(TElements.Create(scale), sum, old);
            sum = TRow.Fma(TElements.Create(-decay), old, sum);
        }

        TRow.Store(sum, ref c);
    }
}
