using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Updates of W and D by the updates of a block.</content>
internal static partial class BlockKernels
{
    // The two streams of a tile are W and D; without a D they are two tiles of W.
    [MethodImpl(Kernel.Compiled)]
    private static void Update<T, TVector, TElements, TLow>(
        WeightMatrix w, WeightMatrix d, BlockUpdates<T> updates, WeightMatrix rates, int row, int column, int columns)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        int lanes = TElements.Lanes, start = (row * w.Columns) + (column * lanes),
            factors = row * updates.InWeights.Columns;
        ref T r = ref Unsafe.Add(ref rates.Storage<T>().First, column * lanes);
        ref T weights = ref Unsafe.Add(ref w.Storage<T>().First, start);
        ref T lows = ref Unsafe.Add(ref d.Storage<T>().First, start);
        ref T f = ref Unsafe.Add(ref updates.InWeights.Storage<T>().First, factors);
        ref T e = ref Unsafe.Add(ref updates.InLowPassed.Storage<T>().First, factors);
        int step = TLow.IsTrue ? Tile : 2 * Tile, second = TLow.IsTrue ? 0 : Tile * lanes;
        for (int half = 0; half < lanes; half += TElements.Count)
        {
            // Addresses advance from tile to tile: the inner loops add only a register or a constant to them.
            ref T a = ref Unsafe.Add(ref weights, half), b = ref Unsafe.Add(ref lows, half), rate = ref r;
            int left = columns;
            for (; left >= step; left -= step)
            {
                UpdateTile<T, TVector, TElements, TLow>(
                    ref a, ref Unsafe.Add(ref b, second), ref Unsafe.Add(ref f, half), ref Unsafe.Add(ref e, half),
                    ref rate, updates);
                a = ref Unsafe.Add(ref a, step * lanes);
                b = ref Unsafe.Add(ref b, step * lanes);
                rate = ref Unsafe.Add(ref rate, step * lanes);
            }

            for (; left > 0; left--)
            {
                UpdateColumn<T, TVector, TElements, TLow>(
                    ref a, ref b, ref Unsafe.Add(ref f, half), ref Unsafe.Add(ref e, half), ref rate, updates);
                a = ref Unsafe.Add(ref a, lanes);
                b = ref Unsafe.Add(ref b, lanes);
                rate = ref Unsafe.Add(ref rate, lanes);
            }
        }
    }

    // Updates one vector of rows, Tile columns of both streams.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UpdateTile<T, TVector, TElements, TLow>(
        ref T a, ref T b, ref T f, ref T e, ref T rates, BlockUpdates<T> updates)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        nuint lanes = (nuint)TElements.Lanes, apart = Tile * lanes;
        TVector a0 = TElements.Load(ref a, 0), a1 = TElements.Load(ref a, lanes), a2 = TElements.Load(ref a, 2 * lanes),
            a3 = TElements.Load(ref a, 3 * lanes);
        TVector b0 = TElements.Load(ref b, 0), b1 = TElements.Load(ref b, lanes), b2 = TElements.Load(ref b, 2 * lanes),
            b3 = TElements.Load(ref b, 3 * lanes);
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

    // Updates one of the columns beside whole tiles.
    private static void UpdateColumn<T, TVector, TElements, TLow>(
        ref T w, ref T d, ref T f, ref T e, ref T rates, BlockUpdates<T> updates)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        TVector weight = TElements.Load(ref w, 0), low = TElements.Load(ref d, 0);
        if (TLow.IsTrue)
        {
            (weight, low) = (
                TElements.Fma(TElements.Create(updates.Drift), low, weight),
                TElements.Multiply(TElements.Create(updates.Keep), low));
        }

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
}
