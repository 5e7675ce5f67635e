namespace PalActors.Areas.Toolkit.Projections;

/// <summary>
/// Rates and products of a block in the precision of the weights, behind a <c>BlockedInput</c>.
/// </summary>
/// <param name="rates">
/// Rates of the block (ticks + 1 rows x presynaptic neurons): its ticks, then the tick before it.
/// </param>
internal abstract class BlockStore(WeightMatrix rates)
{
    /// <summary>Rates of the block.</summary>
    public WeightMatrix Rates { get; } = rates;

    /// <summary>Sets rates of the next block.</summary>
    /// <param name="row">Tick of the block, from 0; behind the last one, the tick before the block.</param>
    /// <param name="values">The rates, at least as many as there are presynaptic neurons.</param>
    public abstract void Foresee(int row, ReadOnlySpan<double> values);

    /// <summary>Prepares the updates that <see cref="Renew"/> is to bring in.</summary>
    /// <param name="e">Post-synaptic factors (rows x ticks), a column per update.</param>
    /// <param name="pairs">The row of <see cref="Rates"/> that each update pairs with.</param>
    /// <param name="count">Number of updates.</param>
    /// <param name="powers">q^m at m.</param>
    /// <param name="shares">h_m at m.</param>
    /// <param name="drift">g of all of them.</param>
    public abstract void Prepare(
        WeightMatrix e, double[] pairs, int count, double[] powers, double[] shares, double drift);

    /// <summary>Brings the prepared updates in and, if told so, begins the next block.</summary>
    /// <remarks>When the next block begins, its products are summed up.</remarks>
    public abstract void Renew(WeightMatrix w, WeightMatrix? d, bool begin);

    /// <summary>Sums up the products of the current block again.</summary>
    public abstract void SumAgain(WeightMatrix w, WeightMatrix? d);

    /// <summary>Computes y = W_0 r_k + drift D_0 r_k.</summary>
    public abstract void Sum(int tick, double drift, Span<double> y);

    /// <summary>Gets the product of the rates of a tick and of a row of <see cref="Rates"/>.</summary>
    public abstract double Overlap(int tick, int row);
}
