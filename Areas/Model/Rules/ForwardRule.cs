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
    private readonly double[]? _predicted;
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
        _rate = parameters.WRateLowPass ? Padding.Align(_columns) : null;
        // The presynaptic filter wins if both are asked for.
        _error = parameters.WPostLowPass && !parameters.WRateLowPass ? Padding.Align(_rows) : null;
        _predicted = _error is null ? null : Padding.Align(_rows);
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

        double[] error = area.Pyramidal.Error;
        if (!_useActivation)
            PopulationKernels.Combine(1, area.Pyramidal.Prospective, -_gain, area.Basal, error, _rows);
        if (_error is not null)
        {
            // The filter moves on in ticks without learning, too, for which the area has computed no error.
            if (!learns && _useActivation)
                Mismatch(area, error);
            PopulationKernels.LowPass(_error, error, _filterRate, _rows);
        }

        update.Post = _error ?? error;
        update.PostScale = _lowPass ? _filterRate * _scale : _scale;
        update.Pre = _rate ?? area.RateBelow;
        update.Keep = 1 - _filterRate;
    }

    private void Mismatch(CorticalArea area, double[] error)
    {
        PopulationKernels.Combine(_gain, area.Basal, 0, area.Basal, _predicted!, _rows);
        area.Pyramidal.Activation.Rates(_predicted!, _predicted!, _rows);
        PopulationKernels.Combine(1, area.Pyramidal.Rate, -1, _predicted!, error, _rows);
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
