using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>The rates and products of a block in the precision of the weights, behind a <c>BlockedInput</c>.</summary>
/// <param name="rates">Rates of the block (ticks + 1 rows x presynaptic neurons): its ticks, then the tick before it.</param>
internal abstract class BlockStore(WeightMatrix rates)
{
    /// <summary>Rates of the block.</summary>
    public WeightMatrix Rates { get; } = rates;

    /// <summary>Sets rates of the next block.</summary>
    /// <param name="row">Its tick, from 0; behind the last one, the tick before it.</param>
    /// <param name="values">The rates, at least as many as there are presynaptic neurons.</param>
    public abstract void Foresee(int row, ReadOnlySpan<double> values);

    /// <summary>The updates that <see cref="Renew"/> is to bring in.</summary>
    /// <param name="e">Post-synaptic factors (rows x ticks), a column per update.</param>
    /// <param name="pairs">The row of <see cref="Rates"/> that each update pairs with.</param>
    /// <param name="count">Updates.</param>
    /// <param name="powers">q^m at m.</param>
    /// <param name="shares">h_m at m.</param>
    /// <param name="drift">g of all of them.</param>
    public abstract void Prepare(WeightMatrix e, double[] pairs, int count, double[] powers, double[] shares, double drift);

    /// <summary>Brings the prepared updates in; then, if told so, the next block begins, and its products are summed up.</summary>
    public abstract void Renew(WeightMatrix w, WeightMatrix? d, bool begin);

    /// <summary>Sums up the products of the current block again.</summary>
    public abstract void SumAgain(WeightMatrix w, WeightMatrix? d);

    /// <summary>y = W_0 r_k + drift D_0 r_k.</summary>
    public abstract void Sum(int tick, double drift, Span<double> y);

    /// <summary>The product of the rates of a tick and of a row of <see cref="Rates"/>.</summary>
    public abstract double Overlap(int tick, int row);
}

/// <inheritdoc/>
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

    /// <summary>Of a projection's weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="ticks">Ticks of a block.</param>
    /// <param name="renewal">What brings a block in, and sums up.</param>
    /// <param name="overlapping">What sums up products of rates, in the thread that asks.</param>
    public BlockStore(WeightMatrix weights, int ticks, BlockRenewal<T> renewal, BlockRenewal<T> overlapping)
        : base(new WeightMatrix(ticks + 1, weights.Columns, weights.Precision))
    {
        (_renewal, _overlapping) = (renewal, overlapping);
        _updates = new BlockUpdates<T>(weights, ticks);
        _fresh = new WeightMatrix(Rates.Rows, Rates.Columns, Rates.Precision);
        // What the kernels sum up at a time is a whole number of tiles; there are as many rows of rates.
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
    public override void Prepare(WeightMatrix e, double[] pairs, int count, double[] powers, double[] shares, double drift)
    {
        (_updates.Count, _updates.Drift, _updates.Keep) = (count, T.CreateTruncating(drift), T.CreateTruncating(powers[count]));
        for (int u = 0; u < count; u++)
        {
            _updates.Rates[u] = (nuint)Start((int)pairs[u]);
            double inWeights = shares[count - u], inLowPassed = powers[count - 1 - u];
            // Eight rows lie side by side in both precisions.
            for (int row = 0; row < e.PaddedRows; row += Padding.Lanes)
            {
                ReadOnlySpan<double> source = e.Doubles.Span.Slice((row * e.Columns) + (u * Padding.Lanes), Padding.Lanes);
                int lanes = _updates.InWeights.Lanes, at = ((row & -lanes) * e.Columns) + (u * lanes) + (row & (lanes - 1));
                Span<T> f = _updates.InWeights.Storage<T>().Span.Slice(at, Padding.Lanes), low = _updates.InLowPassed.Storage<T>().Span.Slice(at, Padding.Lanes);
                for (int i = 0; i < source.Length; i++)
                    (f[i], low[i]) = (T.CreateTruncating(inWeights * source[i]), T.CreateTruncating(inLowPassed * source[i]));
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
            y[i] = Math.FusedMultiplyAdd(drift, double.CreateTruncating(low[i]), double.CreateTruncating(sums[i]));
    }

    /// <inheritdoc/>
    public override double Overlap(int tick, int row) => double.CreateTruncating(_overlaps[tick][row]);

    private void Overlap() => _overlapping.Run(Rates, null, null, Rates, Rates, _overlaps, _overlaps);

    private int Start(int row) => ((row & -Rates.Lanes) * Rates.Columns) + (row & (Rates.Lanes - 1));
}
