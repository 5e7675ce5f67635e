using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

/// <summary>
/// One cortical area above the input, as pure computing: pyramidal cells with basal, apical and somatic compartments, interneurons that mirror the
/// area above, and the synapses onto both (W, P, B, Q). A tick is <see cref="Emit"/>, which needs nothing from others, and then
/// <see cref="Integrate"/>, which needs the neighbours' emissions. Source: Max et al., Nature Machine Intelligence 6, 619-630 (2024), in the
/// discrete form of the authors' numpy simulator (step points 1 to 9 below).
/// </summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed partial class CorticalArea
{
    private readonly MicrocircuitParameters _parameters;
    private readonly LearningModel _model;
    private readonly IApicalNoise _noise;
    private readonly PlasticProjection _w;
    private readonly ForwardInput _input;
    private readonly PlasticProjection? _p;
    private readonly PlasticProjection? _b;
    private readonly PlasticProjection? _q;
    private readonly IWeightRule _forward;
    private readonly IWeightRule? _lateral;
    private readonly IWeightRule? _cancellation;
    private readonly IWeightRule? _feedback;
    private readonly PastValues? _pastNoise;
    private readonly PastValues? _pastRates;
    private readonly LinearPredictor? _predictor;
    private readonly DelayedTarget? _delayedTarget;
    private readonly double[] _factors;
    private readonly StateMap _state = new();
    private readonly double _gTotal;
    private readonly double _gTotalInterneuron;
    private readonly double _gUnnudged;
    private readonly double _highPassRate;
    private double[] _xiPrevious;
    private double[] _apicalOther;
    private readonly double[] _dendriticSum;
    private double[] _rateAbovePrevious;
    private long _noiseActed;
    private long _rateBelowEmission;
    private long _factorsRate;
    private bool _emitted;

    /// <summary>Makes an area in an undefined state: <see cref="Restore"/> gives it one.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="model">Learning model.</param>
    /// <param name="index">1 to the top.</param>
    /// <param name="noise">Noise of its apical dendrites; ignored if the model has none.</param>
    /// <param name="split">Whether passes over its synapses are split over cores, or null: they are not. The same bits in any case.</param>
    public CorticalArea(MicrocircuitParameters parameters, LearningModel model, int index, IApicalNoise noise, RowSplit? split = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, parameters.Top);
        _parameters = parameters;
        _model = model;
        _noise = model.UsesNoise ? noise : new NoNoise();
        Index = index;
        Size = parameters.Layers[index];
        SizeBelow = parameters.Layers[index - 1];

        // tauP of the top area is the nudged one, with or without a target (FORMAT section 2).
        _gTotal = parameters.Gl + parameters.Gbas + (IsTop ? parameters.Gntgt : parameters.Gapi);
        _gUnnudged = parameters.Gbas / (parameters.Gl + parameters.Gbas) * _gTotal;
        _highPassRate = parameters.Dt / parameters.TauHP;
        Pyramidal = new ProspectivePopulation(Size, parameters.Taur / _gTotal / parameters.Dt, Activation.Get(parameters.Activation[index - 1]), _highPassRate, parameters.BasalGain(index));
        _w = new PlasticProjection(Size, SizeBelow, parameters.WLowPass, parameters.Precision, split);
        _forward = model.Forward(parameters, index);
        double keep = 1 - (parameters.Dt / parameters.TauLO);
        LinkTiming? fromBelow = index == 1 ? null : parameters.LinkUp(index - 1);
        _input = ForwardInput.For(_w, keep, _forward.PairsWithRates, fromBelow, parameters.ForwardBlock);
        RateBelow = Padding.Align(SizeBelow);
        Basal = Padding.Align(Size);
        _factors = SendsFactors ? Padding.Align(Size) : [];
        Target = Padding.Align(Size);
        Noise = Padding.Align(Size);
        Apical = Padding.Align(Size);
        Dendritic = [];
        _xiPrevious = Padding.Align(Size);
        _apicalOther = Padding.Align(Size);
        _dendriticSum = [];
        _rateAbovePrevious = [];
        ReadOut = new ReadOut(Size, parameters.PresentationTicks);

        if (IsTop && parameters.TargetDelay > 0)
            _delayedTarget = new DelayedTarget(Size, checked((int)parameters.TargetDelay));
        if (!IsTop)
        {
            SizeAbove = parameters.Layers[index + 1];
            _gTotalInterneuron = parameters.Gl + parameters.Gden + parameters.GnI;
            Interneurons = new ProspectivePopulation(SizeAbove, parameters.Taur / _gTotalInterneuron / parameters.Dt, Activation.Get(parameters.Activation[index]), _highPassRate, parameters.Gden / (parameters.Gl + parameters.Gden));
            _p = new PlasticProjection(SizeAbove, Size, lowPass: false, parameters.Precision, split);
            _b = new PlasticProjection(Size, SizeAbove, lowPass: model.TransportsWeights && parameters.WLowPass, parameters.Precision, split);
            _q = new PlasticProjection(Size, SizeAbove, lowPass: false, parameters.Precision, split);
            _lateral = model.Lateral(parameters, index);
            _cancellation = model.Cancellation(parameters, index);
            _feedback = model.Feedback(parameters, index);
            Dendritic = Padding.Align(SizeAbove);
            _dendriticSum = Padding.Align(SizeAbove);
            RateAbove = Padding.Align(SizeAbove);
            _rateAbovePrevious = Padding.Align(SizeAbove);
            ProspectiveAbove = Padding.Align(SizeAbove);
            HighPassAbove = Padding.Align(SizeAbove);
            FactorsAbove = model.TransportsWeights ? Padding.Align(SizeAbove) : null;
            int roundTrip = parameters.RoundTrip(index), late = parameters.DelayDown[index - 1];
            if (parameters.NoiseLag && model.UsesNoise && roundTrip > 0)
                _pastNoise = new PastValues(Size, roundTrip);
            if (parameters.InterneuronLag && roundTrip > 0)
                _pastRates = new PastValues(Size, roundTrip + 1);
            if (parameters.LinearPrediction && late > 0)
                _predictor = new LinearPredictor(SizeAbove, late, parameters.Dt / parameters.TauPrediction);
        }

        DescribeState();
    }

    /// <summary>Index of the area, 1 (above the input) to the top.</summary>
    public int Index { get; }

    /// <summary>Pyramidal cells here.</summary>
    public int Size { get; }

    /// <summary>Cells of the area below.</summary>
    public int SizeBelow { get; }

    /// <summary>Pyramidal cells of the area above; 0 at the top.</summary>
    public int SizeAbove { get; }

    /// <summary>Whether this is the top area, which has a target instead of an apical compartment.</summary>
    public bool IsTop => Index == _parameters.Top;

    /// <summary>
    /// Values per neuron that <see cref="Emit"/> gives to the area below: the potential, and under BP the factor of the last update of W; where delays vary also, as the first value of a third part, which rates that
    /// update paired with.
    /// </summary>
    public int PartsDown => PartsOf(SendsFactors);

    /// <summary>The same of the area above.</summary>
    public int PartsAbove => PartsOf(_model.TransportsWeights);

    /// <summary>The last complete tick.</summary>
    public long Tick { get; private set; }

    /// <summary>What acts in the current tick.</summary>
    public TickFlags Flags { get; private set; }

    /// <summary>Pyramidal cells.</summary>
    public ProspectivePopulation Pyramidal { get; }

    /// <summary>Interneurons, which mirror the area above; null at the top.</summary>
    public ProspectivePopulation? Interneurons { get; }

    /// <summary>Rates of the area below, as used in the previous tick until the tick is complete.</summary>
    public double[] RateBelow { get; }

    /// <summary>Rates of the area below before tick 1, where delays vary; else empty.</summary>
    public double[] InitialRateBelow { get; private set; } = [];

    /// <summary>Prospective potentials of the area above before tick 1, where delays vary; else empty.</summary>
    public double[] InitialProspectiveAbove { get; private set; } = [];

    /// <summary>Under BP where delays vary: the emission of the area above through which its updates of W have been applied to the copy here; 0 is the state before tick 1.</summary>
    public long UpdatesThrough { get; private set; }

    /// <summary>Rates of the area above in this tick; null at the top.</summary>
    public double[]? RateAbove { get; private set; }

    /// <summary>Prospective potentials of the area above in this tick, as they arrive or as predicted from that; null at the top.</summary>
    public double[]? ProspectiveAbove { get; }

    /// <summary>High-passed rates of the area above, hp~ until the tick is complete; null at the top.</summary>
    public double[]? HighPassAbove { get; }

    /// <summary>Post-synaptic factors of an update of W in the area above (BP), or null.</summary>
    public double[]? FactorsAbove { get; }

    /// <summary>Whether <see cref="FactorsAbove"/> belong to a tick in which W changed.</summary>
    public bool AboveLearned { get; private set; }

    /// <summary>Basal potentials vbas.</summary>
    public double[] Basal { get; }

    /// <summary>Interneuron dendritic potentials vden; empty at the top.</summary>
    public double[] Dendritic { get; }

    /// <summary>Apical potentials vapi without noise.</summary>
    public double[] Apical { get; private set; }

    /// <summary>Apical noise xi.</summary>
    public double[] Noise { get; private set; }

    /// <summary>xi that the rule of B correlates with what comes from above: xi of this tick, or with <c>noise_lag</c> that of a round trip ago. Before tick 1 xi was 0.</summary>
    public double[] CorrelatedNoise => _pastNoise is null ? Noise : _pastNoise[_parameters.RoundTrip(Index)];

    /// <summary>Rates of this area that drive its interneurons: those of this tick, or with <c>interneuron_lag</c> those of a round trip ago. Before tick 1 they were those of the initial potentials.</summary>
    public double[] LateralRate => _pastRates is null ? Pyramidal.Rate : _pastRates[_parameters.RoundTrip(Index)];

    /// <summary><see cref="LateralRate"/> of the previous tick.</summary>
    public double[] LateralRatePrevious => _pastRates is null ? Pyramidal.RatePrevious : _pastRates[_parameters.RoundTrip(Index) + 1];

    /// <summary>Target voltages of the top area, as shown with the input of the tick.</summary>
    public double[] Target { get; }

    /// <summary>Target voltages that belong to what the top area sees in the tick: <see cref="Target"/>, or with <c>target_delay</c> aligned those of the sum of the up delays ago.</summary>
    public double[] ActingTarget => _delayedTarget?.Voltages ?? Target;

    /// <summary>Whether a target nudged this area in the last tick.</summary>
    public bool IsNudged { get; private set; }

    /// <summary>Class read-out of the top area.</summary>
    public ReadOut ReadOut { get; }

    /// <summary>Weights W, from the area below; a copy of its own where the input is held or blocked.</summary>
    public WeightMatrix W => _input.Current(RateBelow).W;

    /// <summary>Weights P, to the interneurons; null at the top.</summary>
    public WeightMatrix? P => _p?.Weights;

    /// <summary>Weights B, from the area above; null at the top.</summary>
    public WeightMatrix? B => _b?.Weights;

    /// <summary>Weights Q, from the interneurons; null at the top.</summary>
    public WeightMatrix? Q => _q?.Weights;

    private bool SendsFactors => _model.TransportsWeights && Index > 1;

    private int PartsOf(bool factors) => !factors ? 1 : _parameters.DelaysVary ? 3 : 2;
}
