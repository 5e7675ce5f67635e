using System.Diagnostics.CodeAnalysis;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Toolkit.Projections;

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
public sealed class BlockedInput
{
    private readonly PlasticProjection _projection;
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
    private WeightMatrix? _current;
    private WeightMatrix? _currentLow;

    /// <summary>Creates the blocked form in front of a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="keep">q = 1 - dt/tau_LO.</param>
    /// <param name="ticks">K, 1 or more.</param>
    public BlockedInput(PlasticProjection projection, double keep, int ticks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks, 1);
        Ticks = ticks;
        _projection = projection;
        _w = projection.Weights;
        _d = projection.LowPassed;
        RowTeam? team = projection.Split.TeamFor(_w);
        _store = _w.Precision == Precision.Single
            ? new BlockStore<float>(
                _w, ticks, BlockRenewals.Singles(team, projection.Split.Parts), BlockRenewals.Singles(null, 1))
            : new BlockStore<double>(
                _w, ticks, BlockRenewals.Doubles(team, projection.Split.Parts), BlockRenewals.Doubles(null, 1));
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
            _shares[m + 1] = _d is null ? 1 : Math.FusedMultiplyAdd(keep, _shares[m], 1);
        }
    }

    /// <summary>Number of ticks K of a block.</summary>
    public int Ticks { get; }

    /// <summary>Sets the rates of a tick of the block that the next <see cref="Begin"/> begins.</summary>
    /// <param name="tick">1 to K - 1, in this order.</param>
    /// <param name="rates">The rates (columns).</param>
    public void Foresee(int tick, ReadOnlySpan<double> rates)
    {
        _store.Foresee(tick, rates);
        _foreseen = tick;
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
        _current = null;
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
        _current = null;
        if (!_summed)
            _store.SumAgain(_w, _d);
        _summed = true;
        int updates = (int)_updates;
        for (int u = 0; u < updates; u++)
            _coefficients[u] = _shares[updates - u] * _store.Overlap(tick, (int)_pairs[u]);
        _store.Sum(tick, _keep * _shares[updates], y.AsSpan(0, _w.Rows));
        if (updates > 0)
            _e.Sum(_coefficients, y, add: true);
        if (Learns(_projection.Update))
            Take(_projection.Update, tick);
    }

    /// <summary>Gets W and D as they stand, in matrices of their own, which hold until the next tick.</summary>
    public (WeightMatrix W, WeightMatrix? D) Current()
    {
        if (_current is not null)
            return (_current, _currentLow);
        _current = _w.Copy();
        _currentLow = _d?.Copy();
        Prepare();
        _store.Renew(_current, _currentLow, begin: false);
        return (_current, _currentLow);
    }

    /// <summary>Drops what follows from the state, after the state was set from outside.</summary>
    public void Forget()
    {
        _current = null;
        _summed = false;
        Array.Clear(_coefficients);
    }

    /// <summary>Adds to the map what has accumulated and is not in the matrices yet.</summary>
    public void Describe(StateMap state)
    {
        state.Matrix("block_r", _store.Rates);
        state.Matrix("block_e", _e.Weights);
        state.Vector("block_pairs", Ticks, () => _pairs);
        state.Scalar("block_updates", () => _updates, value => _updates = value);
    }

    /// <summary>Checks whether a block of a state is one of those that <see cref="Describe"/> adds.</summary>
    public static bool Describes(string name) => name.StartsWith("block_", StringComparison.Ordinal);

    private static bool Learns(WeightUpdate update) => update.Form switch
    {
        UpdateForm.None => false,
        UpdateForm.Hebbian or UpdateForm.LowPassed => true,
        _ => Refuse(update.Form),
    };

    [DoesNotReturn]
    private static bool Refuse(UpdateForm form) =>
        throw new InvalidOperationException(
            $"A rule that pairs with rates gave an update of form {form}; "
            + $"valid is {UpdateForm.None}, {UpdateForm.Hebbian} or {UpdateForm.LowPassed}.");

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
