using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Part that only hidden areas have: interneurons, apical dendrites, and the synapses P, Q and B.</summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed partial class HiddenCircuit
{
    private readonly MicrocircuitParameters _parameters;
    private readonly MembraneOptions _membranes;
    private readonly ForwardCircuit _forward;
    private readonly HiddenRules _rules;
    private readonly ApicalNoise _noise;
    private readonly PlasticProjection _p;
    private readonly PlasticProjection _b;
    private readonly PlasticProjection _q;
    private readonly NoiseLag _noiseLag;
    private readonly InterneuronLag _lag;
    private readonly Prediction _prediction;
    private readonly double _gInterneuron;
    private readonly double _highPassRate;
    private readonly double[] _dendriticSum;
    private double[] _apicalOther;
    private double[] _rateAbovePrevious;
    private bool _isNoisy;

    /// <summary>Makes the circuit of a hidden area, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="forward">Forward side of the area.</param>
    /// <param name="rules">Rules of P, Q and B.</param>
    /// <param name="noise">Noise of the apical dendrites, or null: the model has none.</param>
    /// <param name="split">Whether passes are split over cores, or null: they are not.</param>
    public HiddenCircuit(
        MicrocircuitParameters parameters,
        ForwardCircuit forward,
        HiddenRules rules,
        IApicalNoise? noise,
        RowSplit? split)
    {
        (_parameters, _membranes) = (parameters, parameters.Cells.Membranes);
        (_forward, _rules) = (forward, rules);
        int size = forward.Size, above = parameters.SizeAbove(forward.Index);
        Precision precision = parameters.Cells.Precision;
        MembraneOptions g = _membranes;
        SizeAbove = above;
        _gInterneuron = g.Gl + g.Gden + g.GnI;
        _highPassRate = parameters.Dt / g.TauHP;
        Interneurons = new ProspectivePopulation(
            above,
            g.Taur / _gInterneuron / parameters.Dt,
            Activation.Get(g.Activation[forward.Index + 1]),
            _highPassRate,
            g.Gden / (g.Gl + g.Gden));
        _p = new PlasticProjection(above, size, lowPass: false, precision, split);
        _b = new PlasticProjection(size, above, rules.Copied is { IsLowPassed: true }, precision, split);
        _q = new PlasticProjection(size, above, lowPass: false, precision, split);
        _noise = new ApicalNoise(noise ?? new NoNoise(), counts: noise is not null, size);
        _noiseLag = new NoiseLag(parameters, forward.Index, noise is not null);
        _lag = new InterneuronLag(parameters, forward.Index, forward.Pyramidal);
        _prediction = new Prediction(parameters, forward.Index);
        Dendritic = Padding.Align(above);
        _dendriticSum = Padding.Align(above);
        Apical = Padding.Align(size);
        _apicalOther = Padding.Align(size);
        RateAbove = Padding.Align(above);
        _rateAbovePrevious = Padding.Align(above);
        ProspectiveAbove = Padding.Align(above);
        HighPassAbove = Padding.Align(above);
    }

    /// <summary>Pyramidal cells of the area above, and interneurons here.</summary>
    public int SizeAbove { get; }

    /// <summary>Pyramidal cells here.</summary>
    public ProspectivePopulation Pyramidal => _forward.Pyramidal;

    /// <summary>Interneurons, which mirror the area above.</summary>
    public ProspectivePopulation Interneurons { get; }

    /// <summary>Rates of the area above in this tick.</summary>
    public double[] RateAbove { get; private set; }

    /// <summary>Prospective potentials of the area above in this tick, as they arrive or as predicted.</summary>
    public double[] ProspectiveAbove { get; }

    /// <summary>Prospective potentials of the area above before tick 1, where delays vary; else empty.</summary>
    public double[] InitialProspectiveAbove { get; private set; } = [];

    /// <summary>High-passed rates of the area above, hp~ until the tick is complete.</summary>
    public double[] HighPassAbove { get; }

    /// <summary>Interneuron dendritic potentials vden.</summary>
    public double[] Dendritic { get; }

    /// <summary>Apical potentials vapi without noise.</summary>
    public double[] Apical { get; private set; }

    /// <summary>Apical noise xi.</summary>
    public double[] Noise => _noise.Current;

    /// <summary>Noise xi that the rule of B correlates with what comes from above.</summary>
    public double[] CorrelatedNoise => _noiseLag.Of(_noise.Current);

    /// <summary>Rates of the previous tick that drove the interneurons.</summary>
    public double[] LateralRatePrevious => _lag.RatePrevious;

    /// <summary>Weights P, to the interneurons.</summary>
    public WeightMatrix P => _p.Weights;

    /// <summary>Weights B, from the area above.</summary>
    public WeightMatrix B => _b.Weights;

    /// <summary>Weights Q, from the interneurons.</summary>
    public WeightMatrix Q => _q.Weights;

    /// <summary>Apical potential of a neuron with the noise that its soma saw in the last tick.</summary>
    /// <remarks>That is the noise of the tick before; where noise does not act, xi has not changed since.</remarks>
    public double ApicalWithNoise(int neuron) =>
        Apical[neuron] + (_isNoisy ? _noise.Previous : _noise.Current)[neuron];
}
