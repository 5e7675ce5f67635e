using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Lower end of a pathway: interneurons that mirror the area above, and the synapses P, Q and B.</summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed partial class ApicalPathway
{
    private readonly MicrocircuitParameters _parameters;
    private readonly MembraneOptions _membranes;
    private readonly HiddenRules _rules;
    private readonly PlasticProjection _p;
    private readonly PlasticProjection _b;
    private readonly PlasticProjection _q;
    // Null where none acts.
    private readonly RemedyChain? _remedies;
    private readonly double _gInterneuron;
    private readonly double _highPassRate;
    private readonly double _unseenGain;
    private readonly double[] _dendriticSum;
    private readonly bool _isCut;
    private readonly double[] _nothing;
    // What the rule of P reads depends on what acts in a tick alone, which changes with the phase.
    private TickFlags? _flags;
    private bool _readsError;
    private Alternating _apical;
    private Alternating _rateAbove;

    /// <summary>Makes the end of a pathway, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="pathway">The pathway.</param>
    /// <param name="pyramidal">Pyramidal cells of the area.</param>
    /// <param name="rules">Rules of P, Q and B.</param>
    /// <param name="isNoisy">Whether the model has noise.</param>
    /// <param name="split">Whether passes are split over cores, or null: they are not.</param>
    public ApicalPathway(
        MicrocircuitParameters parameters,
        Pathway pathway,
        ProspectivePopulation pyramidal,
        HiddenRules rules,
        bool isNoisy,
        RowSplit? split)
    {
        (_parameters, _membranes) = (parameters, parameters.Cells.Membranes);
        (Pathway, Pyramidal, _rules) = (pathway, pyramidal, rules);
        AreaGraph graph = parameters.Graph;
        int size = pyramidal.Size, above = graph.Cells[pathway.To];
        Precision precision = parameters.Cells.Precision;
        MembraneOptions g = _membranes;
        SizeAbove = above;
        _gInterneuron = g.Gl + g.Gden + g.GnI;
        _highPassRate = parameters.Dt / g.TauHP;
        double dendriteGain = g.Gden / (g.Gl + g.Gden);
        Interneurons = new ProspectivePopulation(
            above,
            g.Taur / _gInterneuron / parameters.Dt,
            Activation.Get(g.Activation[pathway.To]),
            _highPassRate,
            dendriteGain);
        _p = new PlasticProjection(above, size, lowPass: false, precision, split);
        _b = new PlasticProjection(size, above, rules.Copied is { IsLowPassed: true }, precision, split);
        _q = new PlasticProjection(size, above, lowPass: false, precision, split);
        _remedies = RemedyChain.Of(new RemedyPlace(parameters.Delayed, pathway, isNoisy));
        Dendritic = Padding.Align(above);
        _dendriticSum = Padding.Align(above);
        _apical = new Alternating(size);
        _rateAbove = new Alternating(above);
        ProspectiveAbove = Padding.Align(above);
        HighPassAbove = Padding.Align(above);
        _isCut = parameters.Perturbations.Cut(pathway) is not null;
        _nothing = _isCut ? Padding.Align(above) : [];
        bool hasOthers = graph.In(pathway.To).Count > 1;
        Unseen = hasOthers ? Padding.Align(above) : null;
        _unseenGain = parameters.BasalGain(pathway.To) / dendriteGain;
        InitialUnseen = hasOthers ? Padding.Align(above) : [];
    }

    /// <summary>The pathway.</summary>
    public Pathway Pathway { get; }

    /// <summary>Pyramidal cells of the area above, and interneurons here.</summary>
    public int SizeAbove { get; }

    /// <summary>Pyramidal cells here.</summary>
    public ProspectivePopulation Pyramidal { get; }

    /// <summary>Interneurons, which mirror the area above.</summary>
    public ProspectivePopulation Interneurons { get; }

    /// <summary>Rule that keeps B a copy of W above (BP), or null.</summary>
    public ICopiedFeedback? Copied => _rules.Copied;

    /// <summary>Rates of the area above in this tick.</summary>
    public double[] RateAbove => _rateAbove.Now;

    /// <summary>Prospective potentials of the area above in this tick, as they arrive or as predicted.</summary>
    public double[] ProspectiveAbove { get; }

    /// <summary>Potentials of the area above before tick 1, where delays vary or it is cut; else empty.</summary>
    public double[] InitialProspectiveAbove { get; private set; } = [];

    /// <summary>Basal potentials above that come along other pathways, as they arrive; null without any.</summary>
    public double[]? Unseen { get; }

    /// <summary><see cref="Unseen"/> before tick 1: zeros; empty if there are no other pathways.</summary>
    public double[] InitialUnseen { get; }

    /// <summary>High-passed rates of the area above, hp~ until the tick is complete.</summary>
    public double[] HighPassAbove { get; }

    /// <summary>Interneuron dendritic potentials vden.</summary>
    public double[] Dendritic { get; }

    /// <summary>Part of the apical potentials that comes along this pathway, without noise.</summary>
    public double[] Apical => _apical.Now;

    /// <summary>Noise xi that the rule of B correlates with what comes from above.</summary>
    public double[] CorrelatedNoise { get; private set; } = [];

    /// <summary>Rates of the previous tick that drove the interneurons.</summary>
    public double[] LateralRatePrevious => _remedies is null
        ? Pyramidal.RatePrevious
        : _remedies.RatePrevious(Pyramidal.RatePrevious);

    /// <summary>Weights P, to the interneurons.</summary>
    public WeightMatrix P => _p.Weights;

    /// <summary>Weights B, from the area above.</summary>
    public WeightMatrix B => _b.Weights;

    /// <summary>Weights Q, from the interneurons.</summary>
    public WeightMatrix Q => _q.Weights;
}
