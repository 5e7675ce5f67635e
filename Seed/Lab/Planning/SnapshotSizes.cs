using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Lab.Texts;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Planning;

/// <summary>Sizes of a run's snapshots on the disk, known before it starts.</summary>
internal static class SnapshotSizes
{
    /// <summary>Size of an area's snapshot, with the emissions that are on their way, bytes.</summary>
    public static long Of(AreaFootprint area, IReadOnlyList<PlannedLink> links) =>
        area.SnapshotBytes + links.Where(link => link.Sender == area.Area).Sum(link => link.LineBytes);

    /// <summary>Size of a snapshot of several areas, bytes.</summary>
    public static long Of(IEnumerable<AreaFootprint> areas, IReadOnlyList<PlannedLink> links) =>
        areas.Sum(area => Of(area, links));

    /// <summary>The limits of each network.</summary>
    /// <exception cref="InputException">
    /// The budget is too small for one complete snapshot and one that is being written, of each network that runs.
    /// </exception>
    public static SnapshotLimits Limits(Experiment read, IReadOnlyList<NetworkPlan> plans, RunPlace place)
    {
        if (place.SnapshotBudget == long.MaxValue || place.SnapshotEvery is null)
            return new SnapshotLimits(place.Keep, long.MaxValue);
        int side = Math.Min(new RunSettings().Lanes, plans.Count);
        long size = plans.Max(plan => Of(read.Cells.Footprints(plan), plan)), least = 2 * size * side;
        if (place.SnapshotBudget < least)
        {
            string networks = side == 1 ? "the network" : $"each of {side} networks side by side";
            throw new InputException(
                $"{Setting.SnapshotBudget} is {ByteSizes.Text(place.SnapshotBudget)}; "
                + $"valid is {ByteSizes.Text(least)} or more, for a complete snapshot of {networks} "
                + $"and one that is being written, {ByteSizes.Text(size)} each.");
        }

        return new SnapshotLimits(place.Keep, place.SnapshotBudget / side);
    }

    private static long Of(IReadOnlyList<AreaFootprint> areas, NetworkPlan plan) =>
        Of(areas, PlannedLinks.Of(areas, LinkOptions.Of(plan)));
}
