using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Perturbations;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <summary>Cortical area with cells, as pure computing.</summary>
/// <remarks>
/// <para>All areas have pyramidal cells with basal dendrites (<see cref="Forward"/>). Those with areas above have
/// besides apical dendrites, and interneurons that mirror the areas above (<see cref="Hidden"/>); some have a target
/// (<see cref="Target"/>), in a chain the top area.</para>
/// <para>A tick is <see cref="Emit"/>, which needs nothing from others, then <see cref="TakeBelow"/> and
/// <see cref="TakeAbove"/> with the emissions of all neighbours, then <see cref="Integrate"/>. Source: Max et al.,
/// Nature Machine Intelligence 6, 619-630 (2024), in the discrete form of the authors' numpy simulator; graphs of areas
/// as in docs/graphs.md.</para>
/// <para>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</para>
/// </remarks>
public sealed partial class CorticalArea
{
    private readonly StateMap _state = new();
    private readonly BasalPathway[] _below;
    private readonly ApicalPathway[] _above = [];
    private readonly WeightTransportRule?[] _transports = [];
    private readonly HiddenCircuit? _hidden;
    private readonly TargetCircuit? _target;
    private readonly Somata _somata;
    // Null where nothing is.
    private readonly AreaPerturbation? _perturbation;
    private MicrocircuitParameters? _adapted;
    private bool _emitted;

    /// <summary>Makes an area in an undefined state: <see cref="Restore"/> gives it one.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="model">Learning model.</param>
    /// <param name="index">Number of the area, one with cells.</param>
    /// <param name="noise">Noise of its apical dendrites; ignored if the model has none.</param>
    /// <param name="split">
    /// Whether passes over its synapses are split over cores, or null: they are not. The same bits in any case.
    /// </param>
    public CorticalArea(
        MicrocircuitParameters parameters,
        LearningModel model,
        int index,
        IApicalNoise noise,
        RowSplit? split = null)
    {
        AreaGraph graph = parameters.Graph;
        if (!graph.HasCells(index))
            throw new ArgumentOutOfRangeException(nameof(index), index, $"Area {index} is none with cells.");
        Index = index;
        _perturbation = AreaPerturbation.Of(parameters, index);
        _below = [.. graph.In(index).Select(pathway => PathwayFrom(parameters, model, pathway, split))];
        Forward = new ForwardCircuit(parameters, index, _below);
        if (graph.Out(index).Count > 0)
        {
            _transports = [.. graph.Out(index).Select(pathway => model.Transport?.Invoke(parameters, pathway))];
            _above =
            [
                .. graph.Out(index).Zip(_transports, (pathway, transport) => new ApicalPathway(
                    parameters,
                    pathway,
                    Pyramidal,
                    RulesOf(parameters, model, pathway, transport),
                    model.UsesNoise,
                    split)),
            ];
            _hidden = new HiddenCircuit(Forward, _above, model.UsesNoise ? noise : null);
        }

        if (graph.IsTargeted(index))
            _target = new TargetCircuit(parameters, Forward);
        _somata = new Somata(parameters, Forward, _hidden, _target);
        DescribeState();
    }

    /// <summary>Number of the area.</summary>
    public int Index { get; }

    /// <summary>Indicates whether there are areas above, and so apical dendrites.</summary>
    public bool IsHidden => _hidden is not null;

    /// <summary>Indicates whether the area is given a target.</summary>
    public bool IsTargeted => _target is not null;

    /// <summary>Part that all areas have: pyramidal cells, basal dendrites, W.</summary>
    public ForwardCircuit Forward { get; }

    /// <summary>Part that only areas with areas above have.</summary>
    /// <exception cref="InvalidOperationException">There is none above.</exception>
    public HiddenCircuit Hidden => _hidden ?? throw new InvalidOperationException(
        $"Area {Index} is a top area: it has neither interneurons nor apical dendrites.");

    /// <summary>Part that only areas with a target have.</summary>
    /// <exception cref="InvalidOperationException">It has no target.</exception>
    public TargetCircuit Target => _target ?? throw new InvalidOperationException(
        $"Area {Index} has neither target nor read-out.");

    /// <summary>Rules that keep each B a copy of W above (BP); null where it is none.</summary>
    public IReadOnlyList<WeightTransportRule?> Transports => _transports;

    /// <summary>Last complete tick; 0 before the first.</summary>
    public long Tick { get; private set; }

    /// <summary>Pyramidal cells here.</summary>
    public int Size => Forward.Size;

    /// <summary>Pyramidal cells.</summary>
    public ProspectivePopulation Pyramidal => Forward.Pyramidal;

    /// <summary>Basal potentials vbas.</summary>
    public double[] Basal => Forward.Basal;

    private BasalPathway PathwayFrom(
        MicrocircuitParameters parameters, LearningModel model, Pathway pathway, RowSplit? split)
    {
        SentFactors? sent = model.TransportsWeights && pathway.HasFeedback
            ? new SentFactors(parameters.Graph.Cells[pathway.To], parameters.Links.DelaysVary)
            : null;
        IForwardRule rule = model.Forward(parameters, pathway);
        if (_perturbation is not null && parameters.Perturbations.Resting(RuleNames.W, pathway) is { } resting)
            rule = new RestingForwardRule(rule, _perturbation, resting);
        return new BasalPathway(parameters, pathway, rule, sent, split);
    }

    private HiddenRules RulesOf(
        MicrocircuitParameters parameters, LearningModel model, Pathway pathway, WeightTransportRule? transport)
    {
        HiddenRules rules = new(
            model.Lateral(parameters, pathway),
            model.Cancellation(parameters, pathway),
            transport is null ? model.Feedback(parameters, pathway) : transport,
            transport);
        if (_perturbation is null)
            return rules;
        return rules with
        {
            Lateral = Perturbed(rules.Lateral, RuleNames.P, 0),
            Cancellation = Perturbed(rules.Cancellation, RuleNames.Q, Size),
            // A copy never rests.
            Feedback = transport is null ? Perturbed(rules.Feedback, RuleNames.B, Size) : transport,
        };

        PerturbedHiddenRule Perturbed(IHiddenRule rule, string name, int size) =>
            new(rule, _perturbation!, parameters.Perturbations.Resting(name, pathway), size);
    }
}
