using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Rates and products of a block in one precision.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class BlockStore<T> : BlockStore
    where T : unmanaged, INumber<T>
{
    private readonly BlockRenewal<T> _renewal;
    private readonly BlockRenewal<T> _overlapping;
    private readonly BlockUpdates<T> _updates;
    private readonly WeightMatrix _fresh;
    private readonly T[][] _sums;
    private readonly T[][] _lowSums;
    private readonly T[][] _overlaps;

    /// <summary>Creates the store of a projection's weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="ticks">Ticks of a block.</param>
    /// <param name="renewal">Renewal that brings a block in and sums up.</param>
    /// <param name="overlapping">Renewal that sums up products of rates on the calling thread.</param>
    public BlockStore(WeightMatrix weights, int ticks, BlockRenewal<T> renewal, BlockRenewal<T> overlapping)
        : base(new WeightMatrix(ticks + 1, weights.Columns, weights.Precision))
    {
        (_renewal, _overlapping) = (renewal, overlapping);
        _updates = new BlockUpdates<T>(weights, ticks);
        _fresh = new WeightMatrix(Rates.Rows, Rates.Columns, Rates.Precision);
        // Kernels sum up a whole number of tiles of ticks; the padded rates have a row for each of these ticks.
        int padded = (ticks + (2 * BlockKernels.Tile) - 1) & -(2 * BlockKernels.Tile);
        _sums = Vectors(weights.PaddedRows);
        _lowSums = Vectors(weights.PaddedRows);
        _overlaps = Vectors(Rates.PaddedRows);

        T[][] Vectors(int size) => [.. Enumerable.Range(0, padded).Select(_ => Padding.Align<T>(size))];
    }

    /// <inheritdoc/>
    public override void Foresee(int row, ReadOnlySpan<double> values)
    {
        Span<T> target = _fresh.Storage<T>().Span[Start(row)..];
        for (int j = 0, at = 0; j < _fresh.Columns; j++, at += _fresh.Lanes)
            target[at] = T.CreateTruncating(values[j]);
    }

    /// <inheritdoc/>
    public override void Prepare(
        WeightMatrix e, double[] pairs, int count, double[] powers, double[] shares, double drift)
    {
        (_updates.Count, _updates.Drift, _updates.Keep) = (
            count, T.CreateTruncating(drift), T.CreateTruncating(powers[count]));
        for (int u = 0; u < count; u++)
        {
            _updates.Rates[u] = (nuint)Start((int)pairs[u]);
            double inWeights = shares[count - u], inLowPassed = powers[count - 1 - u];
            // Eight rows lie side by side in both precisions.
            for (int row = 0; row < e.PaddedRows; row += Padding.Lanes)
            {
                ReadOnlySpan<double> source = e.Doubles.Span.Slice(
                    (row * e.Columns) + (u * Padding.Lanes), Padding.Lanes);
                int lanes = _updates.InWeights.Lanes,
                    at = ((row & -lanes) * e.Columns) + (u * lanes) + (row & (lanes - 1));
                Span<T> f = _updates.InWeights.Storage<T>().Span.Slice(at, Padding.Lanes),
                    low = _updates.InLowPassed.Storage<T>().Span.Slice(at, Padding.Lanes);
                for (int i = 0; i < source.Length; i++)
                {
                    (f[i], low[i]) = (
                        T.CreateTruncating(inWeights * source[i]), T.CreateTruncating(inLowPassed * source[i]));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Renew(WeightMatrix w, WeightMatrix? d, bool begin)
    {
        _renewal.Run(w, d, _updates, Rates, begin ? _fresh : null, _sums, _lowSums);
        if (!begin)
            return;
        _fresh.Storage<T>().Span.CopyTo(Rates.Storage<T>().Span);
        Overlap();
    }

    /// <inheritdoc/>
    public override void SumAgain(WeightMatrix w, WeightMatrix? d)
    {
        _renewal.Run(w, d, null, Rates, Rates, _sums, _lowSums);
        Overlap();
    }

    /// <inheritdoc/>
    public override void Sum(int tick, double drift, Span<double> y)
    {
        ReadOnlySpan<T> sums = _sums[tick].AsSpan(0, y.Length), low = _lowSums[tick].AsSpan(0, y.Length);
        for (int i = 0; i < y.Length; i++)
            y[i] = Fused.MultiplyAdd(drift, double.CreateTruncating(low[i]), double.CreateTruncating(sums[i]));
    }

    /// <inheritdoc/>
    public override double Overlap(int tick, int row) => double.CreateTruncating(_overlaps[tick][row]);

    private void Overlap() => _overlapping.Run(Rates, null, null, Rates, Rates, _overlaps, _overlaps);

    private int Start(int row) => ((row & -Rates.Lanes) * Rates.Columns) + (row & (Rates.Lanes - 1));
}
