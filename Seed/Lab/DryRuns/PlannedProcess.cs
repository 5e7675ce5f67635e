using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>Process of a run that is planned.</summary>
/// <param name="Name">Its name in text.</param>
/// <param name="Areas">Areas that it hosts.</param>
/// <param name="Memory">Memory that it needs.</param>
internal sealed record PlannedProcess(string Name, AreaFootprint[] Areas, ProcessMemory Memory)
{
    /// <summary>The processes of a run: the only one, or the seed node and the area nodes that host areas.</summary>
    public static IEnumerable<PlannedProcess> Of(PlannedRun run)
    {
        PlannedKind kind = run.Largest;
        if (!run.HasNodes)
        {
            MemorySizes here = Sizes(run, 0, hasData: true);
            yield return new PlannedProcess(
                run.Seats[0].Name, [.. kind.Placed.Areas], MemoryModel.OfOne(here));
            yield break;
        }

        // The seed node computes the hash of the data, wherever they are shown.
        if (!run.Place.SeedHostsAreas)
            yield return new PlannedProcess("seed", [], MemoryModel.OfSeed(Sizes(run, -1, hasData: true)));
        for (int node = 0; node < kind.Placed.Nodes; node++)
        {
            AreaFootprint[] areas = [.. kind.Placed.Of(node)];
            bool isSeed = run.Place.SeedHostsAreas && node == 0;
            bool shows = areas.Any(area => IsShown(kind.Placed.Graph, area.Area));
            MemorySizes sizes = Sizes(run, node, isSeed || shows);
            ProcessMemory memory = isSeed ? MemoryModel.OfSeed(sizes) : MemoryModel.OfNode(sizes);
            yield return new PlannedProcess(run.Seats[node].Name, areas, memory);
        }
    }

    private static bool IsShown(AreaGraph graph, int area) =>
        graph.IsTargeted(area) || graph.In(area).Any(pathway => graph.IsInput(pathway.From));

    private static long DataBytes(NetworkPlan plan) => plan.DataOptions.Length > 0
        ? OwnDataSets.BytesOf(plan.DataFolder, plan.DataOptions)
        : DataSets.Get(plan.Data).FileBytes;

    private static MemorySizes Sizes(PlannedRun run, int node, bool hasData)
    {
        PlacedNetwork placed = run.Largest.Placed;
        AreaFootprint[] areas = [.. placed.Of(node)];
        return new MemorySizes
        {
            State = areas.Sum(area => area.Bytes),
            Snapshot = SnapshotSizes.Of(areas, placed.Links),
            Rings = placed.Links.Where(link => placed.NodeOfArea[link.Sender] == node)
                .Sum(link => link.RingBytes(placed.FrameTicks(link))),
            AllSnapshots = run.Kinds.Sum(kind => kind.Networks * kind.Snapshot),
            WholeSnapshot = run.Largest.Snapshot,
            LargestSnapshot = placed.Areas.Max(area => SnapshotSizes.Of(area, placed.Links)),
            SideBySide = run.SideBySide,
            TakesSnapshots = run.Place.SnapshotEvery is not null,
            SharesFolder = run.Place.SharesFolder,
            Data = hasData ? DataBytes(run.Largest.Plan) : 0,
        };
    }
}
