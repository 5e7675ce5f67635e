using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Sums over columns for the ticks of a block.</content>
internal static partial class BlockKernels
{
    // The two streams of a tile are the products of W and D; without a D they are two tiles of ticks.
    [MethodImpl(Kernel.Compiled)]
    private static void Sum<T, TVector, TElements, TLow>(
        WeightMatrix w, WeightMatrix d, WeightMatrix rates, T[][] sums, T[][] lowSums, int row, int column, int columns)
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
                    ref Unsafe.Add(ref weights, half), ref Unsafe.Add(ref lows, half), columns, ref rk,
                    sums.AsSpan(k, Tile), (TLow.IsTrue ? lowSums : sums).AsSpan(k + second, Tile), row + half,
                    fresh: column == 0);
            }
        }
    }

    // Sums one vector of rows, all columns of the stretch, Tile ticks of both streams.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SumTile<T, TVector, TElements, TLow>(
        ref T w, ref T d, int columns, ref T rates, ReadOnlySpan<T[]> a, ReadOnlySpan<T[]> b, int row, bool fresh)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        TVector a0 = Start<T, TVector, TElements>(a[0], row, fresh),
            a1 = Start<T, TVector, TElements>(a[1], row, fresh), a2 = Start<T, TVector, TElements>(a[2], row, fresh),
            a3 = Start<T, TVector, TElements>(a[3], row, fresh);
        TVector b0 = Start<T, TVector, TElements>(b[0], row, fresh),
            b1 = Start<T, TVector, TElements>(b[1], row, fresh), b2 = Start<T, TVector, TElements>(b[2], row, fresh),
            b3 = Start<T, TVector, TElements>(b[3], row, fresh);
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
        where TElements : struct, IElements<T, TVector> => fresh
            ? TElements.Create(default)
            : TElements.Load(ref MemoryMarshal.GetArrayDataReference(sums), (nuint)row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector, TElements>(
        TVector s0, TVector s1, TVector s2, TVector s3, ReadOnlySpan<T[]> sums, int row)
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
