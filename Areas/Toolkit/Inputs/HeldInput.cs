using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>Exact lazy form of a plastic projection from an input that is held for many ticks.</summary>
/// <remarks>
/// <para>As long as the presynaptic rates r stay the same, the sums W r follow from vectors over the postsynaptic
/// neurons alone, and the matrix is touched once per presentation.</para>
/// <para>Low-passed updates are D = q D + e r^T, W += D (Hebbian ones without D and q). After n updates since the rates
/// came, with E = q E + e and F += E summed up over them: W = W_0 + g_n D_0 + F r^T and D = q^n D_0 + E r^T,
/// g_n = q + ... + q^n; so W r = W_0 r + g_n D_0 r + (r.r) F.</para>
/// <para>When the rates change, the first update still pairs with the old ones. It is brought in first; the sum of that
/// tick is then (W - D) r' (Hebbian: W r' - e r.r').</para>
/// <para>Columns whose rate is zero gain nothing of e; their D only decays and drifts into W. That waits, however long,
/// until the column is needed: <c>_updated</c> says up to which update a column is brought in. Presentations begin
/// where the schedule says, so nothing here depends on how a run is cut or placed.</para>
/// </remarks>
public sealed class HeldInput : LazyInput
{
    private readonly WeightMatrix _w;
    private readonly WeightMatrix? _d;
    private readonly LowPassPowers _powers;
    private readonly HeldColumns<double> _columns;
    private readonly SingleHeld? _single;
    private readonly SplitRenewal<double>? _split;
    private readonly double[] _sums;
    private readonly double[] _lowSums;
    private readonly double[] _e;
    private readonly double[] _f;
    private readonly double[] _updated;
    private double _gain;
    private double _norm;
    private double _updates;
    private double _held;

    /// <summary>Creates the lazy form in front of a projection of zero rates.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="keep">q = 1 - dt/tau_LO.</param>
    public HeldInput(PlasticProjection projection, double keep)
        : base(projection)
    {
        _w = projection.Weights;
        _d = projection.LowPassed;
        _powers = new LowPassPowers(keep);
        _columns = new HeldColumns<double>(_w.Columns);
        if (_w.Precision == Precision.Single)
            _single = new SingleHeld(_w, SplitRenewals.Singles(projection.Split, _w));
        else
            _split = SplitRenewals.Doubles(projection.Split, _w);
        _sums = Padding.Align(_w.Rows);
        _lowSums = Padding.Align(_w.Rows);
        _e = Padding.Align(_w.Rows);
        _f = Padding.Align(_w.Rows);
        _updated = Padding.Align(_w.Columns);
    }

    /// <inheritdoc/>
    public override void Pass(
        long tick, ReadOnlySpan<double> before, ReadOnlySpan<double> rates, bool isHeld, double[] y)
    {
        if (isHeld)
            Step(y);
        else
            Change(before, rates, y);
    }

    /// <summary>Computes a tick with the rates of the tick before: the sum, then the update.</summary>
    /// <param name="y">Receives W r (rows, padded) with the weights as they stood before the update.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(double[] y)
    {
        MoveOn();
        WeightUpdate update = Projection.Update;
        bool learns = Learns(update);
        HeldKernels.Step(
            _sums, _lowSums, _gain, _norm, _e, _f, _d is null ? 0 : _powers.Base, update.PostScale, update.Post, learns,
            y, _w.Rows);
        if (!learns)
            return;
        // Without a D there is no drift, and no E: F is the plain sum of e.
        _gain = _powers.Base * (1 + _gain);
        _updates++;
        _held++;
    }

    /// <summary>Computes the first tick of other rates.</summary>
    /// <remarks>
    /// It brings in what has accumulated, the update of this tick with the old rates included, and sums with the new
    /// ones.
    /// </remarks>
    /// <param name="old">Rates of the tick before (columns).</param>
    /// <param name="fresh">Rates from this tick on (columns).</param>
    /// <param name="y">Receives W r (rows, padded) with the weights as they stood before the update.</param>
    public void Change(ReadOnlySpan<double> old, ReadOnlySpan<double> fresh, double[] y)
    {
        Step(y);
        bool learns = Learns(Projection.Update), store = _held > 0;
        _columns.Clear();
        for (int j = 0; j < _w.Columns; j++)
        {
            if (fresh[j] != 0 || (store && old[j] != 0))
                _columns.Add(Column(j, old[j], fresh[j], store));
        }

        Renew(_w, _d, _sums, _lowSums, store);
        _norm = Dot(fresh, fresh, _w.Columns);
        WeightUpdate update = Projection.Update;
        if (!learns)
            _sums.CopyTo(y, 0);
        else if (_d is not null)
            Populations.PopulationKernels.Combine(1, _sums, -1, _lowSums, y, _w.Rows);
        else
        {
            Populations.PopulationKernels.Combine(
                1, _sums, -update.PostScale * Dot(old, fresh, _w.Columns), update.Post, y, _w.Rows);
        }

        Array.Clear(_e);
        Array.Clear(_f);
        _gain = 0;
        _held = 0;
    }

    /// <inheritdoc/>
    public override void Describe(StateMap state)
    {
        state.Vector("W_r", _w.Rows, () => _sums);
        state.Vector("D_r", _w.Rows, () => _lowSums);
        state.Vector("E", _w.Rows, () => _e);
        state.Vector("F", _w.Rows, () => _f);
        state.Vector("updated", _w.Columns, () => _updated);
        state.Scalar("updates", () => _updates, value => _updates = value);
        state.Scalar("held_updates", () => _held, value => _held = value);
        state.Scalar("gain", () => _gain, value => _gain = value);
        state.Scalar("r_r", () => _norm, value => _norm = value);
    }

    /// <inheritdoc/>
    protected override void BringIn(WeightMatrix w, WeightMatrix? d, ReadOnlySpan<double> rates)
    {
        _columns.Clear();
        for (int j = 0; j < _w.Columns; j++)
            _columns.Add(Column(j, rates[j], 0, touch: false));
        double[] unused = Padding.Allocate(_w.Rows);
        Renew(w, d, unused, unused, store: true);
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int size)
    {
        double sum = 0;
        for (int j = 0; j < size; j++)
            sum += x[j] * y[j];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private HeldColumn<double> Column(int j, double old, double fresh, bool touch)
    {
        (double keep, double gain) = _powers.Of((long)(_updates - _updated[j]));
        if (touch)
            _updated[j] = _updates;
        return new HeldColumn<double>
        {
            Offset = (nuint)(j * _w.Lanes),
            Keep = keep,
            Gain = gain,
            Old = old,
            Fresh = fresh,
        };
    }

    private void Renew(WeightMatrix w, WeightMatrix? d, double[] sums, double[] lowSums, bool store)
    {
        if (_single is not null)
            _single.Renew(w, d, _columns, _e, _f, sums, lowSums, store);
        else if (_split is not null)
            _split.Run(w, d, _columns, _e, _f, sums, lowSums, store);
        else
            HeldKernels.Renew(w, d, _columns, _e, _f, sums, lowSums, store);
    }
}
