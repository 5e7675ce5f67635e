using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>noise_lag</c>: which noise the rule of B correlates with what comes from above.</summary>
/// <remarks>
/// Now: xi of this tick. Lagged: that of a round trip ago, whose echo comes from above; before tick 1 it was 0.
/// </remarks>
/// <param name="parameters">Parameters of the network.</param>
/// <param name="pathway">The pathway.</param>
/// <param name="isNoisy">Whether the model has noise.</param>
public sealed class NoiseLag(MicrocircuitParameters parameters, Pathway pathway, bool isNoisy)
{
    private readonly int _ticks = parameters.Links.RoundTrip(pathway);
    private readonly PastValues? _past = isNoisy && IsLagged(parameters, pathway)
        ? new PastValues(parameters.Graph.Cells[pathway.From], parameters.Links.RoundTrip(pathway))
        : null;

    /// <summary>Noise that is correlated in the tick.</summary>
    /// <param name="xi">Noise of the tick.</param>
    public double[] Of(double[] xi) => _past is null ? xi : _past[_ticks];

    /// <summary>Keeps the noise of a tick, as the last part of it.</summary>
    public void Push(double[] xi) => _past?.Push(xi);

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state) => _past?.Describe("xi_past", state);

    private static bool IsLagged(MicrocircuitParameters parameters, Pathway pathway) =>
        parameters.Cells.Remedies.NoiseLag && parameters.Links.RoundTrip(pathway) > 0;
}
