using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Transport;

/// <summary>B under backpropagation (BP): B = W^T of the area above, Q = -B (FORMAT section 4, point 5).</summary>
/// <remarks>
/// The area above sends the post-synaptic factors of each of its updates of W (<see cref="SentFactors"/>); the
/// presynaptic ones are this area's own rates as they had arrived there. So this area applies the identical update to
/// its copy, bit for bit: a product of the same two factors, with rows and columns exchanged.
/// </remarks>
public sealed class WeightTransportRule : IHiddenRule, ICopiedFeedback
{
    private readonly double _keep;
    private readonly RateHistory _history;
    private readonly bool _delaysVary;
    private readonly double[] _factors;
    private TransportedUpdates? _updates;
    private bool _aboveLearned;
    private long _tick;

    /// <summary>Makes the rule of one pathway.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="pathway">The pathway.</param>
    /// <exception cref="ParameterException">W of the area above has a filter that is not here.</exception>
    public WeightTransportRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        if (parameters.Cells.Learning.WRateLowPass)
        {
            throw new ParameterException(
                "dWPP_r_low_pass",
                "dWPP_r_low_pass is 'true'; valid with model BP is false, "
                + "since the area below holds no copy of that filter.");
        }

        _factors = Padding.Align(parameters.Graph.Cells[pathway.To]);
        IsLowPassed = parameters.Cells.Learning.WLowPass;
        _delaysVary = parameters.Links.DelaysVary;
        _keep = 1 - parameters.Dt / parameters.Cells.Membranes.TauLO;
        // The update that arrives in tick t was made in tick t - 1 - d_down above, from the rate that left here another
        // 1 + d_up ticks earlier; slack makes both that much longer.
        _history = new RateHistory(parameters.Graph.Cells[pathway.From], parameters.Links.Up(pathway).Reach);
    }

    /// <inheritdoc/>
    public bool IsLowPassed { get; }

    /// <summary>Parts of an emission of the area above.</summary>
    public int PartsAbove => SentFactors.PartsOf(_delaysVary);

    /// <summary>Emission of the area above through which updates have been applied here, where delays vary.</summary>
    /// <remarks>0 is the state before tick 1.</remarks>
    public long UpdatesThrough { get; private set; }

    /// <summary>Takes what arrives from above, as the first part of a tick.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="arrived">Updates of W above.</param>
    public void Arrive(long tick, in TransportedInput arrived)
    {
        _tick = tick;
        _updates = arrived.Updates;
        _aboveLearned = arrived.Learned;
        if (_aboveLearned)
            arrived.Factors[.._factors.Length].CopyTo(_factors);
    }

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        // History holds the rates of the ticks t - 1, t - 2, ... after this.
        _history.Push(pathway.Pyramidal.RatePrevious);
        if (_aboveLearned)
            Fill(update, _factors, _history.Oldest);
        else
            update.Form = UpdateForm.None;
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters)
    {
    }

    /// <inheritdoc/>
    public void Complete(PlasticProjection b, PlasticProjection q)
    {
        // B already is what FORMAT's point 5 makes it in this tick, unless delays vary.
        if (_updates is not null)
            Apply(_updates, b);
        q.Weights.NegateFrom(b.Weights);
        q.Apply();
    }

    /// <inheritdoc/>
    public void Begin(double[] rate) => _history.Fill(rate);

    /// <inheritdoc/>
    public void Describe(StateMap state)
    {
        _history.Describe(state);
        if (_delaysVary)
            state.Scalar("w_above_tick", () => UpdatesThrough, value => UpdatesThrough = (long)value);
    }

    // All that have become known, each of them once and in their order: however late, and however many were overtaken.
    private void Apply(TransportedUpdates updates, PlasticProjection b)
    {
        for (int i = 0; i < updates.Count; i++)
        {
            Fill(b.Update, updates.Factors(i), _history[(int)(_tick - 1 - updates.RateEmission(i))]);
            b.Apply();
        }

        UpdatesThrough = updates.Through;
    }

    private void Fill(WeightUpdate update, double[] factors, double[] rates)
    {
        rates.CopyTo(update.Post, 0);
        update.Pre = factors;
        update.Keep = _keep;
        update.Form = IsLowPassed ? UpdateForm.LowPassed : UpdateForm.Hebbian;
    }
}
