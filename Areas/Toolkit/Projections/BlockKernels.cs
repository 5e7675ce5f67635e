using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Matrix products of <c>BlockedInput</c>.</summary>
/// <remarks>
/// Each is written once, generic in the vector: its lanes are rows, rows never mix, and every sum, over updates or over
/// columns, runs in one chain in the order of ticks or columns. So tiles, column stretches, vectors and threads change
/// no bit.
/// </remarks>
internal static partial class BlockKernels
{
    /// <summary>Number of ticks summed up at a time, and of columns updated at a time.</summary>
    /// <remarks>
    /// With two streams of weights that makes eight chains, as many as hide the latency of a fused multiply-add.
    /// </remarks>
    public const int Tile = 4;

    // Columns of a stretch. The rates of old and new ticks in it, 32 KiB each at most, stay in the second-level cache
    // while all rows pass by.
    private const int Stretch = 128;

    /// <summary>Brings in updates, then sums up with new rates, over some of the rows.</summary>
    /// <remarks>
    /// The rows begin with a panel and end with one or with the matrix. Updates are brought in if there are any; then,
    /// if there are new rates, sums[k] = W r_k and lowSums[k] = D r_k.
    /// </remarks>
    /// <param name="w">W.</param>
    /// <param name="d">D, or null.</param>
    /// <param name="updates">Updates of the block that has ended, or null.</param>
    /// <param name="old">Rates of that block, which the updates pair with (ticks x columns).</param>
    /// <param name="fresh">Rates of the block that begins (ticks x columns), or null.</param>
    /// <param name="sums">
    /// Receives W r_k; twice <see cref="Tile"/>, or a multiple, of vectors over the rows; as many ticks have a place in
    /// the rates.
    /// </param>
    /// <param name="lowSums">Receives D r_k where there is a D.</param>
    /// <param name="first">First row.</param>
    /// <param name="end">End of the rows, exclusive.</param>
    [MethodImpl(Kernel.Compiled)]
    public static void Renew<T, TVector, TElements>(
        WeightMatrix w, WeightMatrix? d, BlockUpdates<T>? updates, WeightMatrix old, WeightMatrix? fresh, T[][] sums,
        T[][] lowSums, int first, int end)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell<T, TVector, TElements, TLow>(
        TVector inA, TVector inB, ref T rates, nuint at, nuint apart, ref TVector a, ref TVector b)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TLow : struct, IChoice
    {
        TVector rate = TElements.Create(Unsafe.Add(ref rates, at));
        a = TElements.Fma(inA, rate, a);
        b = TElements.Fma(inB, TLow.IsTrue ? rate : TElements.Create(Unsafe.Add(ref rates, at + apart)), b);
    }
}
