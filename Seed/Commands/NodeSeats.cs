using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Commands;

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

    /// <summary>Names the number of nodes that would host no area; null if each hosts one.</summary>
    /// <param name="graph">The areas.</param>
    /// <param name="footprints">Those with cells.</param>
    /// <param name="placement">Groups of areas as the user wrote them, or null.</param>
    /// <param name="place">Place of the run.</param>
    public static string? Idle(
        AreaGraph graph, IReadOnlyList<AreaFootprint> footprints, IReadOnlyList<int[]>? placement, RunPlace place)
    {
        int top = footprints.Count;
        NodeRef[] seats = Of(place);
        int used = Place(graph, footprints, placement, seats).Used.Length, idle = seats.Length - used;
        string areas = top == 1 ? "1 area" : $"{top} areas";
        string groups = placement is null ? areas : $"{areas} in {used} group{(used == 1 ? "" : "s")}";
        string there = top == 1 ? "there is" : "there are";
        return idle == 0
            ? null
            : $"{idle} of {seats.Length} nodes would host nothing: {there} {groups}";
    }
}
