using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>Networks of a run that differ in nothing but their random seeds.</summary>
/// <param name="Plan">One of them.</param>
/// <param name="Networks">Their number.</param>
/// <param name="Placed">The network with its areas on nodes.</param>
internal sealed record PlannedKind(NetworkPlan Plan, int Networks, PlacedNetwork Placed)
{
    /// <summary>Bytes of the states of all areas.</summary>
    public long State => Placed.Areas.Sum(area => area.Bytes);

    /// <summary>Bytes of a snapshot.</summary>
    public long Snapshot => SnapshotSizes.Of(Placed.Areas, Placed.Links);
}
