using System.Runtime.CompilerServices;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Upper end of a pathway: the synapses W onto basal dendrites, and what they bring.</summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed class BasalPathway
{
    private readonly MicrocircuitParameters _parameters;
    private readonly PlasticProjection _w;
    private readonly ForwardInput _input;
    private readonly IForwardRule _rule;
    private readonly bool _isCut;

    /// <summary>Makes the end of a pathway, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="pathway">The pathway.</param>
    /// <param name="rule">Rule of W.</param>
    /// <param name="sent">Factors of its updates, for the copy of W below, or null: they are not sent.</param>
    /// <param name="split">Whether passes are split over cores, or null: they are not.</param>
    public BasalPathway(
        MicrocircuitParameters parameters, Pathway pathway, IForwardRule rule, SentFactors? sent, RowSplit? split)
    {
        (_parameters, _rule, Pathway, Sent) = (parameters, rule, pathway, sent);
        AreaGraph graph = parameters.Graph;
        CellOptions cells = parameters.Cells;
        SizeBelow = graph.Cells[pathway.From];
        int size = graph.Cells[pathway.To];
        _w = new PlasticProjection(size, SizeBelow, cells.Learning.WLowPass, cells.Precision, split);
        double keep = 1 - (parameters.Dt / cells.Membranes.TauLO);
        LinkTiming? fromBelow = pathway.HasFeedback ? parameters.Links.Up(pathway) : null;
        // A block needs later emissions from below. Where several ways come in, or one leads round, an area below may
        // wait for this one meanwhile.
        bool isAlone = graph.In(pathway.To).Count == 1 && !graph.IsOnCycle(pathway.To);
        // Nor may what it foresees be cut off.
        _isCut = parameters.Perturbations.Cut(pathway) is not null;
        _input = ForwardInput.For(
            _w, keep, rule.PairsWithRates, fromBelow, isAlone && !_isCut ? cells.ForwardBlock : ForwardInput.NoBlocks);
        RateBelow = Padding.Align(SizeBelow);
        Nothing = _isCut ? Padding.Align(SizeBelow) : [];
        Basal = Padding.Align(size);
    }

    /// <summary>The pathway.</summary>
    public Pathway Pathway { get; }

    /// <summary>Cells of the area below.</summary>
    public int SizeBelow { get; }

    /// <summary>Factors of the updates of W, for its copy below; null where they are not sent.</summary>
    public SentFactors? Sent { get; }

    /// <summary>Rates of the area below, as used in the previous tick until this pathway has taken new ones.</summary>
    public double[] RateBelow { get; }

    /// <summary>Rates of the area below before tick 1, where delays vary or it is cut; else empty.</summary>
    public double[] InitialRateBelow { get; private set; } = [];

    /// <summary>Rates that arrive where the pathway is cut: zeros; empty if it never is.</summary>
    public double[] Nothing { get; }

    /// <summary>Part of the basal potentials that comes along this pathway.</summary>
    public double[] Basal { get; }

    /// <summary>Weights W; a copy of its own where the input is held or blocked.</summary>
    public WeightMatrix W => _input.Current(RateBelow).W;

    /// <summary>Low-passed updates D of W, or null where updates are not low-passed.</summary>
    public WeightMatrix? LowPassedUpdate => _input.Current(RateBelow).D;

    /// <inheritdoc cref="IForwardInput.Lookahead"/>
    public int Lookahead(long tick) => _input.LooksAhead ? _input.Lookahead(tick) : 0;

    /// <inheritdoc cref="IForwardInput.Foresee"/>
    public void Foresee(int ahead, ReadOnlySpan<double> rates) => _input.Foresee(ahead, rates);

    /// <summary>Indicates whether the rule will read the error of the pyramidal cells in a tick.</summary>
    public bool ReadsError(TickFlags flags) => _rule.ReadsError(flags);

    /// <summary>Takes other learning rates, from the next tick on.</summary>
    public void Adapt(MicrocircuitParameters parameters) => _rule.Adapt(parameters);

    /// <summary>Basal sums from the new rates and W as it stands, then the update of W.</summary>
    /// <param name="circuit">The circuit of the area.</param>
    /// <param name="tick">The last complete tick.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="rates">Rates of the area below.</param>
    /// <param name="emission">Tick in which they were emitted; 0 is the state before tick 1.</param>
    /// <param name="isHeld">Whether they are those of the previous tick too.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pass(
        ForwardCircuit circuit, long tick, TickFlags flags, ReadOnlySpan<double> rates, long emission, bool isHeld)
    {
        _rule.Prepare(circuit, this, flags, _w.Update);
        _input.Pass(tick, RateBelow, rates, isHeld, Basal);
        Sent?.Take(_w.Update, emission);
        if (!isHeld)
            Padding.Move(rates[..RateBelow.Length], RateBelow);
    }

    /// <summary>Goes into the state before tick 1.</summary>
    /// <param name="below">Somatic potentials of the area below; null above an input.</param>
    /// <param name="w">W, row-major.</param>
    public void Begin(double[]? below, double[] w)
    {
        _w.Weights.FromRowMajor(w);
        if (below is not null)
        {
            Activation activation = Activation.Get(_parameters.Cells.Membranes.Activation[Pathway.From]);
            activation.Rates(Padding.Copy(below), RateBelow, SizeBelow);
        }

        InitialRateBelow = _isCut || _parameters.Links.DelaysVary ? (double[])RateBelow.Clone() : [];
    }

    /// <summary>Names W.</summary>
    public void DescribeWeights(StateMap state) => state.Matrix("W", _w.Weights);

    /// <summary>Names D.</summary>
    public void DescribeLowPassed(StateMap state)
    {
        if (_w.LowPassed is not null)
            state.Matrix("D", _w.LowPassed);
    }

    /// <summary>Names the rates from below.</summary>
    public void DescribeRates(StateMap state) => state.Vector("r_below", SizeBelow, () => RateBelow);

    /// <summary>Names what the rule and the form of the input keep.</summary>
    public void DescribeRule(StateMap state)
    {
        _rule.Describe(state);
        _input.Describe(state);
    }

    /// <summary>Forgets what was derived from a state, since another one was set.</summary>
    public void Forget() => _input.Forget();

    /// <summary>Captured state as it would be without blocks of ticks.</summary>
    public AreaState Unblocked(AreaState state) => _input.Unblocked(state, RateBelow);
}
