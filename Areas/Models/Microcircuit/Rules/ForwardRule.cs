using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Rule of W, basal synapses of pyramidal cells: dW = dt eta_fw e (outer) r~_{l-1}.</summary>
/// <remarks>
/// FORMAT section 4, point 5.
/// e = r - phi(cP vbas~) or ub - cP vbas~. Low-passed with tau_LO is, as the parameters say, the update (D), the
/// presynaptic rate (f) or the error (g).
/// </remarks>
public sealed class ForwardRule : IForwardRule
{
    private readonly Pathway _pathway;
    private double _scale;
    private readonly double _filterRate;
    private readonly double _gain;
    private readonly bool _useActivation;
    private readonly bool _lowPass;
    private readonly double[]? _rate;
    private readonly double[]? _error;
    private readonly int _rows;
    private readonly int _columns;

    /// <summary>Makes the rule of one pathway.</summary>
    public ForwardRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        _rows = parameters.Graph.Cells[pathway.To];
        _columns = parameters.Graph.Cells[pathway.From];
        LearningOptions learning = parameters.Cells.Learning;
        _filterRate = parameters.Dt / parameters.Cells.Membranes.TauLO;
        _gain = parameters.BasalGain(pathway.To);
        _useActivation = learning.WUseActivation;
        _lowPass = learning.WLowPass;
        _rate = learning.WRateLowPass ? Padding.Align(_columns) : null;
        // The presynaptic filter wins if both are asked for.
        _error = learning.WPostLowPass && !learning.WRateLowPass ? Padding.Align(_rows) : null;
        _pathway = pathway;
        Adapt(parameters);
    }

    /// <inheritdoc/>
    public bool PairsWithRates => _rate is null;

    /// <inheritdoc/>
    public bool ReadsError(TickFlags flags) => _useActivation && (_error is not null || Learns(flags));

    /// <inheritdoc/>
    public void Prepare(ForwardCircuit circuit, BasalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        bool learns = Learns(flags);
        if (_rate is not null)
            PopulationKernels.LowPass(_rate, pathway.RateBelow, _filterRate, _columns);
        update.Form = !learns ? UpdateForm.None : _lowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
        if (!learns && _error is null)
            return;

        double[] error = circuit.Pyramidal.Error;
        if (!_useActivation)
        {
            PopulationKernels.Combine(1, circuit.Pyramidal.Prospective, -_gain, circuit.Basal, error, _rows);
            foreach (int cell in circuit.Silent)
                error[cell] = 0;
        }

        // The filter moves on in ticks without learning, too.
        if (_error is not null)
            PopulationKernels.LowPass(_error, error, _filterRate, _rows);

        update.Post = _error ?? error;
        update.PostScale = _lowPass ? _filterRate * _scale : _scale;
        update.Pre = _rate ?? pathway.RateBelow;
        update.Keep = 1 - _filterRate;
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters) =>
        _scale = parameters.Dt * parameters.Cells.Learning.EtaFw[_pathway];

    /// <inheritdoc/>
    public void Describe(StateMap state)
    {
        if (_rate is not null)
            state.Vector("f", _columns, () => _rate);
        if (_error is not null)
            state.Vector("g", _rows, () => _error);
    }

    private static bool Learns(TickFlags flags) => (flags & TickFlags.LearnForward) != 0;
}
