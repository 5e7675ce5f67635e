using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Rules;

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
    private int _newest;

    /// <summary>The rule of one hidden area.</summary>
    public WeightTransportRule(MicrocircuitParameters parameters, int area)
    {
        if (parameters.WRateLowPass)
            throw new ParameterException("dWPP_r_low_pass", "dWPP_r_low_pass is 'true'; valid with model BP is false, since the area below holds no copy of that filter.");
        _neurons = parameters.Layers[area];
        _lowPass = parameters.WLowPass;
        _keep = 1 - parameters.Dt / parameters.TauLO;
        // The update that arrives in tick t was made in tick t - 1 - d_down above, from the rate that left here another 1 + d_up ticks earlier; slack makes both that much longer.
        _history = new double[parameters.LinkUp(area).Reach][];
        for (int i = 0; i < _history.Length; i++)
            _history[i] = Padding.Align(_neurons);
    }

    /// <inheritdoc/>
    public void Prepare(CorticalArea area, WeightUpdate update)
    {
        // History holds the rates of the ticks t - 1, t - 2, ... after this.
        _newest = (_newest == 0 ? _history.Length : _newest) - 1;
        area.Pyramidal.RatePrevious.CopyTo(Aged(0), 0);

        if (!area.AboveLearned)
        {
            update.Form = UpdateForm.None;
            return;
        }

        Fill(update, area.FactorsAbove!, Aged(_history.Length - 1));
    }

    /// <summary>Fills <paramref name="update"/> with one of <see cref="TransportedUpdates"/>; after this tick's <see cref="Prepare(CorticalArea, WeightUpdate)"/>.</summary>
    /// <param name="tick">This tick.</param>
    /// <param name="factors">Post-synaptic factors of the area above (padded).</param>
    /// <param name="rateEmission">The tick in which this area emitted the rates that the update above was made with; 0 is the state before tick 1.</param>
    /// <param name="update">Receives the update.</param>
    public void Prepare(long tick, double[] factors, long rateEmission, WeightUpdate update) => Fill(update, factors, Aged((int)(tick - 1 - rateEmission)));

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
            state.Vector($"r_history_{age}", _neurons, () => Aged(age));
        }
    }

    // The rates of the tick before the current one, and of as many ticks earlier.
    private double[] Aged(int age) => _history[(_newest + age) % _history.Length];

    private void Fill(WeightUpdate update, double[] factors, double[] rates)
    {
        rates.CopyTo(update.Post, 0);
        update.Pre = factors;
        update.Keep = _keep;
        update.Form = _lowPass ? UpdateForm.LowPassed : UpdateForm.Hebbian;
    }
}
