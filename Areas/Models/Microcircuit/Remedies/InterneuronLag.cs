using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>interneuron_lag</c>: which rates of an area drive its interneurons.</summary>
/// <remarks>
/// Now: those of this tick. Lagged: those of a round trip ago, which what comes from above has seen; before tick 1 they
/// were those of the initial potentials.
/// </remarks>
/// <param name="parameters">Parameters of the network.</param>
/// <param name="pathway">The pathway.</param>
/// <param name="cells">Its pyramidal cells.</param>
public sealed class InterneuronLag(MicrocircuitParameters parameters, Pathway pathway, ProspectivePopulation cells)
{
    private readonly int _ticks = parameters.Links.RoundTrip(pathway);
    private readonly PastValues? _past = IsLagged(parameters, pathway)
        ? new PastValues(cells.Size, parameters.Links.RoundTrip(pathway) + 1)
        : null;

    /// <summary>Rates that drive the interneurons in the tick.</summary>
    public double[] Rate => _past is null ? cells.Rate : _past[_ticks];

    /// <summary><see cref="Rate"/> of the previous tick.</summary>
    public double[] RatePrevious => _past is null ? cells.RatePrevious : _past[_ticks + 1];

    /// <summary>Takes the rates of the initial potentials for all ticks before the first.</summary>
    public void Begin() => _past?.Fill(cells.Rate);

    /// <summary>Keeps the rates of a tick, as the last part of it.</summary>
    public void Push() => _past?.Push(cells.Rate);

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state) => _past?.Describe("r_past", state);

    private static bool IsLagged(MicrocircuitParameters parameters, Pathway pathway) =>
        parameters.Cells.Remedies.InterneuronLag && parameters.Links.RoundTrip(pathway) > 0;
}
