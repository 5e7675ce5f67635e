using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>
/// The matrix products of <c>BlockedInput</c>. Each is written once, generic in the vector: its lanes are rows, rows never mix, and every sum, over updates or over columns, runs in one chain in the order of ticks or
/// columns. So tiles, column stretches, vectors and threads change no bit.
/// </summary>
internal static class BlockKernels
{
    /// <summary>Ticks that are summed up at a time, and columns that are updated at a time: with two streams of weights that makes eight chains, as many as hide the latency of a fused multiply-add.</summary>
    public const int Tile = 4;

    // A stretch of the rates of old and new ticks, 32 KiB each at most, stays in the second-level cache while all rows pass by.
    private const int Stretch = 128;

    /// <summary>
    /// Over some of the rows, which begin with a panel and end with one or with the matrix: brings in the updates, if there are any, then sums up with the new rates, if there are any, sums[k] = W r_k and lowSums[k] = D r_k.
    /// </summary>
    /// <param name="w">W.</param>
    /// <param name="d">D, or null.</param>
    /// <param name="updates">Updates of the block that has ended, or null.</param>
    /// <param name="old">Rates of that block, which the updates pair with (ticks x columns).</param>
    /// <param name="fresh">Rates of the block that begins (ticks x columns), or null.</param>
    /// <param name="sums">Receives W r_k; twice <see cref="Tile"/>, or a multiple, of vectors over the rows; as many ticks have a place in the rates.</param>
    /// <param name="lowSums">Receives D r_k where there is a D.</param>
    /// <param name="first">First row.</param>
    /// <param name="end">Where the rows end.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Renew<T, TVector, TElements>(
        WeightMatrix w, WeightMatrix? d, BlockUpdates<T>? updates, WeightMatrix old, WeightMatrix? fresh, T[][] sums, T[][] lowSums, int first, int end)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        for (int column = 0; column < w.Columns; column += Stretch)
        {
            int columns = Math.Min(Stretch, w.Columns - column);
            for (int row = first; row < end; row += TElements.Lanes)
            {
                if (updates is { Count: > 0 } && d is not null)
                    Update<T, TVector, TElements, Yes>(w, d, updates, old, row, column, columns);
                else if (updates is { Count: > 0 })
                    Update<T, TVector, TElements, No>(w, w, updates, old, row, column, columns);
                if (fresh is not null && d is not null)
                    Sum<T, TVector, TElements, Yes>(w, d, fresh, sums, lowSums, row, column, columns);
                else if (fresh is not null)
                    Sum<T, TVector, TElements, No>(w, w, fresh, sums, sums, row, column, columns);
            }
        }
    }

    // The two streams of a tile are W and D; without a D they are two tiles of W.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Update<T, TVector, TElements, TLow>(WeightMatrix w, WeightMatrix d, BlockUpdates<T> updates, WeightMatrix rates, int row, int column, int columns)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        int lanes = TElements.Lanes, start = (row * w.Columns) + (column * lanes), factors = row * updates.InWeights.Columns;
        ref T r = ref Unsafe.Add(ref rates.Storage<T>().First, column * lanes);
        ref T weights = ref Unsafe.Add(ref w.Storage<T>().First, start);
        ref T lows = ref Unsafe.Add(ref d.Storage<T>().First, start);
        ref T f = ref Unsafe.Add(ref updates.InWeights.Storage<T>().First, factors);
        ref T e = ref Unsafe.Add(ref updates.InLowPassed.Storage<T>().First, factors);
        int step = TLow.IsTrue ? Tile : 2 * Tile, second = TLow.IsTrue ? 0 : Tile * lanes;
        for (int half = 0; half < lanes; half += TElements.Count)
        {
            // Addresses advance from tile to tile: what the inner loops add to them is a register or a constant.
            ref T a = ref Unsafe.Add(ref weights, half), b = ref Unsafe.Add(ref lows, half), rate = ref r;
            int left = columns;
            for (; left >= step; left -= step)
            {
                UpdateTile<T, TVector, TElements, TLow>(ref a, ref Unsafe.Add(ref b, second), ref Unsafe.Add(ref f, half), ref Unsafe.Add(ref e, half), ref rate, updates);
                a = ref Unsafe.Add(ref a, step * lanes);
                b = ref Unsafe.Add(ref b, step * lanes);
                rate = ref Unsafe.Add(ref rate, step * lanes);
            }

            for (; left > 0; left--)
            {
                UpdateColumn<T, TVector, TElements, TLow>(ref a, ref b, ref Unsafe.Add(ref f, half), ref Unsafe.Add(ref e, half), ref rate, updates);
                a = ref Unsafe.Add(ref a, lanes);
                b = ref Unsafe.Add(ref b, lanes);
                rate = ref Unsafe.Add(ref rate, lanes);
            }
        }
    }

    // One vector of rows, Tile columns of both streams.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UpdateTile<T, TVector, TElements, TLow>(ref T a, ref T b, ref T f, ref T e, ref T rates, BlockUpdates<T> updates)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        nuint lanes = (nuint)TElements.Lanes, apart = Tile * lanes;
        TVector a0 = TElements.Load(ref a, 0), a1 = TElements.Load(ref a, lanes), a2 = TElements.Load(ref a, 2 * lanes), a3 = TElements.Load(ref a, 3 * lanes);
        TVector b0 = TElements.Load(ref b, 0), b1 = TElements.Load(ref b, lanes), b2 = TElements.Load(ref b, 2 * lanes), b3 = TElements.Load(ref b, 3 * lanes);
        if (TLow.IsTrue)
        {
            TVector drift = TElements.Create(updates.Drift), keep = TElements.Create(updates.Keep);
            (a0, b0) = (TElements.Fma(drift, b0, a0), TElements.Multiply(keep, b0));
            (a1, b1) = (TElements.Fma(drift, b1, a1), TElements.Multiply(keep, b1));
            (a2, b2) = (TElements.Fma(drift, b2, a2), TElements.Multiply(keep, b2));
            (a3, b3) = (TElements.Fma(drift, b3, a3), TElements.Multiply(keep, b3));
        }

        foreach (nuint offset in updates.Rates.AsSpan(0, updates.Count))
        {
            ref T r = ref Unsafe.Add(ref rates, offset);
            TVector inW = TElements.Load(ref f, 0), inD = TLow.IsTrue ? TElements.Load(ref e, 0) : inW;
            Cell<T, TVector, TElements, TLow>(inW, inD, ref r, 0, apart, ref a0, ref b0);
            Cell<T, TVector, TElements, TLow>(inW, inD, ref r, lanes, apart, ref a1, ref b1);
            Cell<T, TVector, TElements, TLow>(inW, inD, ref r, 2 * lanes, apart, ref a2, ref b2);
            Cell<T, TVector, TElements, TLow>(inW, inD, ref r, 3 * lanes, apart, ref a3, ref b3);
            f = ref Unsafe.Add(ref f, lanes);
            e = ref Unsafe.Add(ref e, lanes);
        }

        TElements.Store(a0, ref a, 0);
        TElements.Store(a1, ref a, lanes);
        TElements.Store(a2, ref a, 2 * lanes);
        TElements.Store(a3, ref a, 3 * lanes);
        TElements.Store(b0, ref b, 0);
        TElements.Store(b1, ref b, lanes);
        TElements.Store(b2, ref b, 2 * lanes);
        TElements.Store(b3, ref b, 3 * lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell<T, TVector, TElements, TLow>(TVector inA, TVector inB, ref T rates, nuint at, nuint apart, ref TVector a, ref TVector b)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        TVector rate = TElements.Create(Unsafe.Add(ref rates, at));
        a = TElements.Fma(inA, rate, a);
        b = TElements.Fma(inB, TLow.IsTrue ? rate : TElements.Create(Unsafe.Add(ref rates, at + apart)), b);
    }

    // What is left beside whole tiles.
    private static void UpdateColumn<T, TVector, TElements, TLow>(ref T w, ref T d, ref T f, ref T e, ref T rates, BlockUpdates<T> updates)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        TVector weight = TElements.Load(ref w, 0), low = TElements.Load(ref d, 0);
        if (TLow.IsTrue)
            (weight, low) = (TElements.Fma(TElements.Create(updates.Drift), low, weight), TElements.Multiply(TElements.Create(updates.Keep), low));
        nuint at = 0;
        foreach (nuint offset in updates.Rates.AsSpan(0, updates.Count))
        {
            TVector rate = TElements.Create(Unsafe.Add(ref rates, offset));
            weight = TElements.Fma(TElements.Load(ref f, at), rate, weight);
            if (TLow.IsTrue)
                low = TElements.Fma(TElements.Load(ref e, at), rate, low);
            at += (nuint)TElements.Lanes;
        }

        TElements.Store(weight, ref w, 0);
        if (TLow.IsTrue)
            TElements.Store(low, ref d, 0);
    }

    // The two streams of a tile are the products of W and D; without a D they are two tiles of ticks.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sum<T, TVector, TElements, TLow>(WeightMatrix w, WeightMatrix d, WeightMatrix rates, T[][] sums, T[][] lowSums, int row, int column, int columns)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        int lanes = TElements.Lanes, start = (row * w.Columns) + (column * lanes), second = TLow.IsTrue ? 0 : Tile;
        ref T weights = ref Unsafe.Add(ref w.Storage<T>().First, start);
        ref T lows = ref Unsafe.Add(ref d.Storage<T>().First, start);
        ref T r = ref Unsafe.Add(ref rates.Storage<T>().First, column * lanes);
        for (int half = 0; half < lanes; half += TElements.Count)
        {
            for (int k = 0; k < sums.Length; k += Tile + second)
            {
                ref T rk = ref Unsafe.Add(ref r, ((k & -lanes) * rates.Columns) + (k & (lanes - 1)));
                SumTile<T, TVector, TElements, TLow>(
                    ref Unsafe.Add(ref weights, half), ref Unsafe.Add(ref lows, half), columns, ref rk, sums.AsSpan(k, Tile), (TLow.IsTrue ? lowSums : sums).AsSpan(k + second, Tile), row + half, fresh: column == 0);
            }
        }
    }

    // One vector of rows, all columns of the stretch, Tile ticks of both streams.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SumTile<T, TVector, TElements, TLow>(ref T w, ref T d, int columns, ref T rates, ReadOnlySpan<T[]> a, ReadOnlySpan<T[]> b, int row, bool fresh)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        TVector a0 = Start<T, TVector, TElements>(a[0], row, fresh), a1 = Start<T, TVector, TElements>(a[1], row, fresh), a2 = Start<T, TVector, TElements>(a[2], row, fresh), a3 = Start<T, TVector, TElements>(a[3], row, fresh);
        TVector b0 = Start<T, TVector, TElements>(b[0], row, fresh), b1 = Start<T, TVector, TElements>(b[1], row, fresh), b2 = Start<T, TVector, TElements>(b[2], row, fresh), b3 = Start<T, TVector, TElements>(b[3], row, fresh);
        nuint lanes = (nuint)TElements.Lanes;
        for (; columns > 0; columns--)
        {
            TVector weight = TElements.Load(ref w, 0), low = TLow.IsTrue ? TElements.Load(ref d, 0) : weight;
            Cell<T, TVector, TElements, TLow>(weight, low, ref rates, 0, Tile, ref a0, ref b0);
            Cell<T, TVector, TElements, TLow>(weight, low, ref rates, 1, Tile, ref a1, ref b1);
            Cell<T, TVector, TElements, TLow>(weight, low, ref rates, 2, Tile, ref a2, ref b2);
            Cell<T, TVector, TElements, TLow>(weight, low, ref rates, 3, Tile, ref a3, ref b3);
            w = ref Unsafe.Add(ref w, lanes);
            d = ref Unsafe.Add(ref d, lanes);
            rates = ref Unsafe.Add(ref rates, lanes);
        }

        Store<T, TVector, TElements>(a0, a1, a2, a3, a, row);
        Store<T, TVector, TElements>(b0, b1, b2, b3, b, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Start<T, TVector, TElements>(T[] sums, int row, bool fresh)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector> => fresh ? TElements.Create(default) : TElements.Load(ref MemoryMarshal.GetArrayDataReference(sums), (nuint)row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector, TElements>(TVector s0, TVector s1, TVector s2, TVector s3, ReadOnlySpan<T[]> sums, int row)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        TElements.Store(s0, ref MemoryMarshal.GetArrayDataReference(sums[0]), (nuint)row);
        TElements.Store(s1, ref MemoryMarshal.GetArrayDataReference(sums[1]), (nuint)row);
        TElements.Store(s2, ref MemoryMarshal.GetArrayDataReference(sums[2]), (nuint)row);
        TElements.Store(s3, ref MemoryMarshal.GetArrayDataReference(sums[3]), (nuint)row);
    }
}
