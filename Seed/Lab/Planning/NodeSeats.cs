using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Planning;

/// <summary>Nodes of a run that has not started.</summary>
internal static class NodeSeats
{
    /// <summary>The nodes that a run would have.</summary>
    public static NodeRef[] Of(RunPlace place)
    {
        IEnumerable<string> names = Enumerable.Range(1, place.Nodes ?? 0).Select(n => $"node {n}");
        if (place.Nodes is null)
            names = ["this process"];
        else if (place.SeedHostsAreas)
            names = names.Prepend("seed");
        return [.. names.Select((name, i) => new NodeRef(name, Address.AllSystems, i, ActorRefs.Nobody, false))];
    }

    /// <summary>Places the areas of a network.</summary>
    /// <param name="graph">The areas.</param>
    /// <param name="footprints">Those with cells.</param>
    /// <param name="placement">Groups of areas as the user wrote them, or null.</param>
    /// <param name="seats">The nodes.</param>
    /// <returns>The nodes in use, and the index of each area's node among them.</returns>
    public static (NodeRef[] Used, int[] NodeOfArea) Place(
        AreaGraph graph, IReadOnlyList<AreaFootprint> footprints, IReadOnlyList<int[]>? placement, NodeRef[] seats) =>
        SeatPlan.Make(graph, [.. footprints.Select(area => area.Cost)], seats, placement);

    /// <summary>Names the nodes that would host no area, in one line; null if each hosts one.</summary>
    /// <param name="graph">The areas.</param>
    /// <param name="footprints">Those with cells.</param>
    /// <param name="placement">Groups of areas as the user wrote them, or null.</param>
    /// <param name="place">Place of the run.</param>
    public static string? Idle(
        AreaGraph graph, IReadOnlyList<AreaFootprint> footprints, IReadOnlyList<int[]>? placement, RunPlace place)
    {
        int top = footprints.Count;
        NodeRef[] seats = Of(place);
        NodeRef[] used = Place(graph, footprints, placement, seats).Used;
        string[] idle = [.. seats.Except(used).Select(seat => seat.Name)];
        if (idle.Length == 0)
            return null;
        string areas = top == 1 ? "there is 1 area" : $"there are {top} areas";
        string groups = placement is null ? "" : $" in {used.Length} group{(used.Length == 1 ? "" : "s")}";
        string seed = place.SeedHostsAreas ? ", the seed among them" : "";
        return $"{Names(idle)} would host nothing: {areas}{groups} for {seats.Length} nodes{seed}";
    }

    /// <summary>Words the names of nodes that follow each other.</summary>
    public static string Names(IReadOnlyList<string> nodes) => nodes.Count switch
    {
        1 => nodes[0],
        2 => $"{nodes[0]} and {nodes[1]}",
        _ => $"{nodes[0]} to {nodes[^1]}",
    };
}
