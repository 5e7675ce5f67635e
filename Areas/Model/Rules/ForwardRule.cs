using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Populations;
using PalActors.Areas.Model.Projections;
using PalActors.Areas.Model.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Model.Rules;

/// <summary>
/// The rule of W, basal synapses of pyramidal cells: dW = dt eta_fw e (outer) r~_{l-1}, e = r - phi(cP vbas~) or ub - cP vbas~
/// (FORMAT section 4, point 5), low-passed with tau_LO as the flags say: the update (D), the presynaptic rate (f) or the error (g).
/// </summary>
public sealed class ForwardRule : IWeightRule
{
    private readonly double _scale;
    private readonly double _filterRate;
    private readonly double _gain;
    private readonly bool _useActivation;
    private readonly bool _lowPass;
    private readonly double[]? _rate;
    private readonly double[]? _error;
    private readonly int _rows;
    private readonly int _columns;

    /// <summary>The rule of one area.</summary>
    public ForwardRule(MicrocircuitParameters parameters, int area)
    {
        _rows = parameters.Layers[area];
        _columns = parameters.Layers[area - 1];
        _scale = parameters.Dt * parameters.EtaFw[area - 1];
        _filterRate = parameters.Dt / parameters.TauLO;
        _gain = parameters.BasalGain(area);
        _useActivation = parameters.WUseActivation;
        _lowPass = parameters.WLowPass;
        _rate = parameters.WRateLowPass ? Padding.Allocate(_columns) : null;
        // The presynaptic filter wins if both are asked for.
        _error = parameters.WPostLowPass && !parameters.WRateLowPass ? Padding.Allocate(_rows) : null;
    }

    /// <inheritdoc/>
    public bool PairsWithRates => _rate is null;

    /// <inheritdoc/>
    public void Prepare(CorticalArea area, WeightUpdate update)
    {
        bool learns = (area.Flags & TickFlags.LearnForward) != 0;
        if (_rate is not null)
            PopulationKernels.LowPass(_rate, area.RateBelow, _filterRate, _columns);
        update.Form = !learns ? UpdateForm.None : _lowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
        if (!learns && _error is null)
            return;

        double scale = _lowPass ? _filterRate * _scale : _scale;
        double[] result = _error is null ? update.Post : area.Scratch;
        double factor = _error is null ? scale : 1;
        if (_useActivation)
            area.Pyramidal.Activation.Mismatch(area.Pyramidal.Rate, _gain, area.Basal, factor, result, _rows);
        else
            PopulationKernels.Combine(factor, area.Pyramidal.Prospective, -factor * _gain, area.Basal, result, _rows);
        if (_error is not null)
        {
            PopulationKernels.LowPass(_error, area.Scratch, _filterRate, _rows);
            PopulationKernels.Combine(scale, _error, 0, _error, update.Post, _rows);
        }

        update.Pre = _rate ?? area.RateBelow;
        update.Keep = 1 - _filterRate;
    }

    /// <inheritdoc/>
    public void Describe(StateMap state)
    {
        if (_rate is not null)
            state.Vector("f", _columns, () => _rate);
        if (_error is not null)
            state.Vector("g", _rows, () => _error);
    }
}
