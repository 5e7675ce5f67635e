using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Linear extrapolation of potentials that arrive late: x(t) + d slope for x(t) = ub(t - d).</summary>
/// <remarks>
/// slope += (dt/tau) ((x(t) - x(t-1)) - slope). After "prospective messaging" (arXiv 2407.05494), with the slope
/// estimated by a low-passed first difference. Before the start nothing has changed: slope 0.
/// </remarks>
/// <param name="size">Number of potentials.</param>
/// <param name="horizon">d, ticks.</param>
/// <param name="rate">dt / tau_prediction.</param>
internal sealed class LinearPredictor(int size, int horizon, double rate)
{
    private readonly double[] _slope = Padding.Align(size);
    private readonly double[] _change = Padding.Align(size);
    private double[] _arrived = Padding.Align(size);
    private double[] _before = Padding.Align(size);

    /// <summary>Takes what had arrived before tick 1.</summary>
    public void Begin(double[] initial) => initial.AsSpan(0, size).CopyTo(_arrived);

    /// <summary>Takes what arrives in a tick.</summary>
    /// <param name="arrived">x(t), padded.</param>
    /// <param name="predicted">Receives x(t) + d slope; may be where <paramref name="arrived"/> lies.</param>
    public void Predict(ReadOnlySpan<double> arrived, double[] predicted)
    {
        (_arrived, _before) = (_before, _arrived);
        arrived[..size].CopyTo(_arrived);
        PopulationKernels.Combine(1, _arrived, -1, _before, _change, size);
        PopulationKernels.LowPass(_slope, _change, rate, size);
        PopulationKernels.Combine(1, _arrived, horizon, _slope, predicted, size);
    }

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state)
    {
        state.Vector("ub_arrived", size, () => _arrived);
        state.Vector("ub_slope", size, () => _slope);
    }
}
