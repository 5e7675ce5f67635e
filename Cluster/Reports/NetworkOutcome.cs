using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Reports;

/// <summary>Outcome of a network.</summary>
/// <param name="Plan">The network.</param>
/// <param name="Tick">Its last complete tick, the same in all areas.</param>
/// <param name="Completed">False if it was stopped before the end of its schedule, or diverged.</param>
/// <param name="States">The state of areas 1 to the top after that tick; none if it is not finite.</param>
/// <param name="Figures">Traffic over its links in its last generation.</param>
public sealed record NetworkOutcome(
    NetworkPlan Plan, long Tick, bool Completed, AreaState[] States, NetworkFigures Figures)
{
    /// <summary>Divergence that ended it, at <see cref="Tick"/>, or null.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>Counts of its last evaluation by class and class read out; null where nothing was classified.</summary>
    public StateBlock? Decisions { get; init; }

    /// <summary>SHA-256 of the canonical state, lower-case hex.</summary>
    public string Digest => NetworkDigest.Compute(States);
}
