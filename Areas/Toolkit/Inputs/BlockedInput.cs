using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>Exact blocked form of a large plastic projection whose input comes with a delay.</summary>
/// <remarks>
/// <para>The presynaptic rates are known K ticks ahead, since they come with a delay. Sums and updates of a block of K
/// ticks are then products of matrices, so that W and D pass through the processor once per block instead of once per
/// tick.</para>
/// <para>Low-passed updates are D = q D + e r^T, W += D (Hebbian ones without D and q), where e of a tick pairs with
/// the rates r of the tick before. Let W_0, D_0 be the matrices before the block and e_0, e_1, ... the updates in it,
/// each with its rates p_u. After n of them D = q^n D_0 + sum q^(n-1-u) e_u p_u^T and
/// W = W_0 + g_n D_0 + sum h_(n-u) e_u p_u^T, with h_m = 1 + q + ... + q^(m-1) and g_n = q h_n (Hebbian: h = 1).
/// So W r = W_0 r + g_n D_0 r + sum h_(n-u) (p_u . r) e_u: products with W_0 and D_0, and those of the rates with each
/// other, are all formed when the block begins; a tick adds up vectors.</para>
/// <para>Block k is ticks k K + 1 to (k + 1) K, whatever happens in them: a tick without an update adds none. The
/// updates of a block are brought in when the next one begins, in the same pass that forms its products. So nothing
/// here depends on how a run is cut, placed or observed; a captured state holds a block in its middle.</para>
/// </remarks>
public sealed class BlockedInput : LazyInput
{
    private readonly WeightMatrix _w;
    private readonly WeightMatrix? _d;
    private readonly BlockStore _store;
    private readonly PlasticProjection _e;
    private readonly double[] _coefficients;
    private readonly double[] _pairs;
    private readonly double[] _powers;
    private readonly double[] _shares;
    private readonly double _keep;
    private double _updates;
    private int _foreseen;
    private bool _summed;

    /// <summary>Creates the blocked form in front of a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="keep">q = 1 - dt/tau_LO.</param>
    /// <param name="ticks">K, 1 or more.</param>
    public BlockedInput(PlasticProjection projection, double keep, int ticks)
        : base(projection)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks, 1);
        Ticks = ticks;
        _w = projection.Weights;
        _d = projection.LowPassed;
        RowTeam? team = projection.Split.TeamFor(_w);
        _store = _w.Precision == Precision.Single
            ? new BlockStore<float>(
                _w, ticks, BlockRenewals.Singles(team, projection.Split.Parts), BlockRenewals.Singles(null, 1))
            : new BlockStore<double>(
                _w, ticks, BlockRenewals.Doubles(team, projection.Split.Parts), BlockRenewals.Doubles(null, 1));
        LooksAhead = true;
        _e = new PlasticProjection(_w.Rows, ticks, lowPass: false);
        _coefficients = Padding.Align(ticks);
        _pairs = Padding.Align(ticks);
        _keep = _d is null ? 0 : keep;
        _powers = new double[ticks + 1];
        _shares = new double[ticks + 1];
        _powers[0] = 1;
        for (int m = 0; m < ticks; m++)
        {
            _powers[m + 1] = keep * _powers[m];
            _shares[m + 1] = _d is null ? 1 : Fused.MultiplyAdd(keep, _shares[m], 1);
        }
    }

    /// <summary>Number of ticks K of a block.</summary>
    public int Ticks { get; }

    /// <inheritdoc/>
    public override int Lookahead(long tick) => tick % Ticks == 0 ? Ticks - 1 : 0;

    /// <inheritdoc/>
    public override void Foresee(int ahead, ReadOnlySpan<double> rates)
    {
        _store.Foresee(ahead, rates);
        _foreseen = ahead;
    }

    /// <inheritdoc/>
    public override void Pass(
        long tick, ReadOnlySpan<double> before, ReadOnlySpan<double> rates, bool isHeld, double[] y)
    {
        int at = (int)(tick % Ticks);
        if (at == 0)
            Begin(rates, before);
        Step(at, y);
    }

    /// <summary>Brings in what has accumulated and forms the products of the next block.</summary>
    /// <remarks>All later rates of that block must have been set.</remarks>
    /// <param name="first">Rates of its first tick (columns).</param>
    /// <param name="before">Rates of the tick before the block (columns).</param>
    /// <exception cref="InvalidOperationException">Rates are missing.</exception>
    public void Begin(ReadOnlySpan<double> first, ReadOnlySpan<double> before)
    {
        if (_foreseen != Ticks - 1)
        {
            throw new InvalidOperationException(
                $"The rates of {_foreseen} ticks ahead are known; a block needs those of {Ticks - 1}.");
        }

        _foreseen = 0;
        MoveOn();
        _store.Foresee(0, first);
        _store.Foresee(Ticks, before);
        Prepare();
        _store.Renew(_w, _d, begin: true);
        _updates = 0;
        Array.Clear(_coefficients);
        _summed = true;
    }

    /// <summary>Computes a tick of the block: the sum, then the update.</summary>
    /// <param name="tick">0 to K - 1.</param>
    /// <param name="y">Receives W r (rows, padded) with the weights as they stood before the update.</param>
    public void Step(int tick, double[] y)
    {
        MoveOn();
        if (!_summed)
            _store.SumAgain(_w, _d);
        _summed = true;
        int updates = (int)_updates;
        for (int u = 0; u < updates; u++)
            _coefficients[u] = _shares[updates - u] * _store.Overlap(tick, (int)_pairs[u]);
        _store.Sum(tick, _keep * _shares[updates], y.AsSpan(0, _w.Rows));
        if (updates > 0)
            _e.Sum(_coefficients, y, add: true);
        if (Learns(Projection.Update))
            Take(Projection.Update, tick);
    }

    /// <inheritdoc/>
    public override void Forget()
    {
        base.Forget();
        _summed = false;
        Array.Clear(_coefficients);
    }

    /// <inheritdoc/>
    public override void Describe(StateMap state)
    {
        state.Matrix("block_r", _store.Rates);
        state.Matrix("block_e", _e.Weights);
        state.Vector("block_pairs", Ticks, () => _pairs);
        state.Scalar("block_updates", () => _updates, value => _updates = value);
    }

    /// <inheritdoc/>
    public override AreaState Unblocked(AreaState state, ReadOnlySpan<double> rates)
    {
        (WeightMatrix w, WeightMatrix? d) = Current(rates);
        return state with
        {
            Blocks =
            [
                .. state.Blocks.Where(block => !Describes(block.Name)).Select(block => block.Name switch
                {
                    "W" => block with { Values = w.ToRowMajor() },
                    "D" => block with { Values = d!.ToRowMajor() },
                    _ => block,
                }),
            ],
        };
    }

    /// <summary>Checks whether a block of a state is one of those that <see cref="Describe"/> names.</summary>
    public static bool Describes(string name) => name.StartsWith("block_", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void BringIn(WeightMatrix w, WeightMatrix? d, ReadOnlySpan<double> rates)
    {
        Prepare();
        _store.Renew(w, d, begin: false);
    }

    private void Prepare() =>
        _store.Prepare(_e.Weights, _pairs, (int)_updates, _powers, _shares, _keep * _shares[(int)_updates]);

    // The update pairs with the rates of the tick before; those of the tick before the block are the last row.
    private void Take(WeightUpdate update, int tick)
    {
        WeightMatrix e = _e.Weights;
        int u = (int)_updates;
        for (int row = 0; row < e.PaddedRows; row += Padding.Lanes)
        {
            ReadOnlySpan<double> post = update.Post.AsSpan(row, Padding.Lanes);
            Span<double> target = e.Doubles.Span.Slice((row * e.Columns) + (u * Padding.Lanes), Padding.Lanes);
            for (int i = 0; i < target.Length; i++)
                target[i] = update.PostScale * post[i];
        }

        _pairs[u] = tick == 0 ? Ticks : tick - 1;
        _updates++;
    }
}
