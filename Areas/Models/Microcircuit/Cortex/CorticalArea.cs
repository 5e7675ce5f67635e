using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <summary>Cortical area above the input, as pure computing.</summary>
/// <remarks>
/// <para>All areas have pyramidal cells with basal dendrites (<see cref="Forward"/>). Hidden ones have besides
/// interneurons, which mirror the area above, and apical dendrites (<see cref="Hidden"/>); the top area has a target
/// instead (<see cref="Top"/>).</para>
/// <para>A tick is <see cref="Emit"/>, which needs nothing from others, and then <see cref="Integrate"/>, which needs
/// the neighbours' emissions. Source: Max et al., Nature Machine Intelligence 6, 619-630 (2024), in the discrete form
/// of the authors' numpy simulator.</para>
/// <para>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</para>
/// </remarks>
public sealed partial class CorticalArea
{
    private readonly StateMap _state = new();
    private readonly HiddenCircuit? _hidden;
    private readonly TopCircuit? _top;
    private readonly SentFactors? _sent;
    private bool _emitted;

    /// <summary>Makes an area in an undefined state: <see cref="Restore"/> gives it one.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="model">Learning model.</param>
    /// <param name="index">1 to the top.</param>
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
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, parameters.Top);
        Index = index;
        Forward = new ForwardCircuit(parameters, index, model.Forward(parameters, index), split);
        if (index == parameters.Top)
        {
            _top = new TopCircuit(parameters, Forward);
        }
        else
        {
            Transport = model.Transport?.Invoke(parameters, index);
            IHiddenRule feedback = Transport is null ? model.Feedback(parameters, index) : Transport;
            HiddenRules rules = new(
                model.Lateral(parameters, index), model.Cancellation(parameters, index), feedback, Transport);
            _hidden = new HiddenCircuit(parameters, Forward, rules, model.UsesNoise ? noise : null, split);
        }

        if (model.TransportsWeights && index > 1)
            _sent = new SentFactors(Size, parameters.Links.DelaysVary);
        DescribeState();
    }

    /// <summary>Index of the area, 1 (above the input) to the top.</summary>
    public int Index { get; }

    /// <summary>Indicates whether this is the top area, which has a target instead of an apical compartment.</summary>
    public bool IsTop => _top is not null;

    /// <summary>Part that all areas have: pyramidal cells, basal dendrites, W.</summary>
    public ForwardCircuit Forward { get; }

    /// <summary>Part that only hidden areas have.</summary>
    /// <exception cref="InvalidOperationException">This is the top area.</exception>
    public HiddenCircuit Hidden => _hidden ?? throw new InvalidOperationException(
        $"Area {Index} is the top area: it has neither interneurons nor apical dendrites.");

    /// <summary>Part that only the top area has.</summary>
    /// <exception cref="InvalidOperationException">This is a hidden area.</exception>
    public TopCircuit Top => _top ?? throw new InvalidOperationException(
        $"Area {Index} is a hidden area: it has neither target nor read-out.");

    /// <summary>Rule that keeps B a copy of W of the area above (BP), or null.</summary>
    public WeightTransportRule? Transport { get; }

    /// <summary>Last complete tick; 0 before the first.</summary>
    public long Tick { get; private set; }

    /// <summary>Pyramidal cells here.</summary>
    public int Size => Forward.Size;

    /// <summary>Cells of the area below.</summary>
    public int SizeBelow => Forward.SizeBelow;

    /// <summary>Pyramidal cells of the area above; 0 at the top.</summary>
    public int SizeAbove => _hidden is null ? 0 : _hidden.SizeAbove;

    /// <summary>Parts of an emission to the area below: the potentials, and what BP transports.</summary>
    public int PartsDown => _sent is null ? 1 : _sent.Parts;

    /// <summary>Parts of an emission of the area above.</summary>
    public int PartsAbove => Transport is null ? 1 : Transport.PartsAbove;

    /// <summary>Pyramidal cells.</summary>
    public ProspectivePopulation Pyramidal => Forward.Pyramidal;

    /// <summary>Rates of the area below, as used in the last complete tick.</summary>
    public double[] RateBelow => Forward.RateBelow;

    /// <summary>Basal potentials vbas.</summary>
    public double[] Basal => Forward.Basal;

    /// <summary>Weights W, from the area below.</summary>
    public WeightMatrix W => Forward.W;
}
