using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Projections;
using PalActors.Areas.Model.States;

namespace PalActors.Areas.Model.Rules;

/// <summary>
/// B under backpropagation (BP): B = W^T of the area above, Q = -B (FORMAT section 4, point 5). The area above sends the post-synaptic
/// factors of each of its updates of W; the presynaptic ones are this area's own rates as they had arrived there. So this area
/// applies the identical update to its copy, bit for bit: a product of the same two factors, with rows and columns exchanged.
/// </summary>
public sealed class WeightTransportRule : IWeightRule
{
    private readonly bool _lowPass;
    private readonly double _keep;
    private readonly double[][] _history;
    private readonly int _neurons;

    /// <summary>The rule of one hidden area.</summary>
    public WeightTransportRule(MicrocircuitParameters parameters, int area)
    {
        if (parameters.WRateLowPass)
            throw new ParameterException("dWPP_r_low_pass", "dWPP_r_low_pass is 'true'; valid with model BP is false, since the area below holds no copy of that filter.");
        _neurons = parameters.Layers[area];
        _lowPass = parameters.WLowPass;
        _keep = 1 - parameters.Dt / parameters.TauLO;
        // The update that arrives in tick t was made in tick t - 1 - d_down above, from the rate that left here another 1 + d_up ticks earlier.
        _history = new double[2 + parameters.DelayUp[area - 1] + parameters.DelayDown[area - 1]][];
        for (int i = 0; i < _history.Length; i++)
            _history[i] = Padding.Align(_neurons);
    }

    /// <inheritdoc/>
    public void Prepare(CorticalArea area, WeightUpdate update)
    {
        // History holds the rates of the ticks t - 1, t - 2, ... after this.
        double[] oldest = _history[^1];
        Array.Copy(_history, 0, _history, 1, _history.Length - 1);
        _history[0] = oldest;
        area.Pyramidal.RatePrevious.CopyTo(oldest, 0);

        if (!area.AboveLearned)
        {
            update.Form = UpdateForm.None;
            return;
        }

        _history[^1].CopyTo(update.Post, 0);
        update.Pre = area.FactorsAbove!;
        update.Keep = _keep;
        update.Form = _lowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
    }

    /// <summary>Before tick 1 the area's rates were those of its initial potentials.</summary>
    public void Begin(double[] rate)
    {
        foreach (double[] entry in _history)
            rate.CopyTo(entry, 0);
    }

    /// <inheritdoc/>
    public void Describe(StateMap state)
    {
        for (int i = 0; i < _history.Length; i++)
        {
            int age = i;
            state.Vector($"r_history_{age}", _neurons, () => _history[age]);
        }
    }
}
