using PalActors.Clustering.Nodes;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Placement;

/// <summary>Assignment of areas to the nodes of a run.</summary>
public static class SeatPlan
{
    /// <summary>Assigns the areas to nodes.</summary>
    /// <param name="graph">The areas; an input area goes with the first one above it.</param>
    /// <param name="costs">Cost of a tick of each area with cells.</param>
    /// <param name="seats">The nodes that are there.</param>
    /// <param name="groups">
    /// Areas that belong together, written by the user; null for contiguous groups even in cost. If there are fewer
    /// nodes than groups, they are assigned in turn.
    /// </param>
    /// <returns>The nodes in use, and the number of the node of each area.</returns>
    public static (NodeRef[] Used, int[] NodeOfArea) Make(
        AreaGraph graph, IReadOnlyList<double> costs, IReadOnlyList<NodeRef> seats, IReadOnlyList<int[]>? groups)
    {
        int[] nodeOfArea = groups is null
            ? Spread(graph, ContiguousPlacement.Assign(costs, seats.Count))
            : Assign(graph, seats.Count, groups);
        foreach (int input in graph.Inputs)
            nodeOfArea[input] = nodeOfArea[graph.Out(input)[0].To];
        int[] used = [.. nodeOfArea.Distinct().Order()];
        return ([.. used.Select(node => seats[node])], [.. nodeOfArea.Select(node => Array.IndexOf(used, node))]);
    }

    /// <summary>The areas with cells on each node in use.</summary>
    /// <param name="graph">The areas.</param>
    /// <param name="used">The nodes in use.</param>
    /// <param name="nodeOfArea">The number of the node of each area among them.</param>
    public static IEnumerable<(NodeRef Seat, int[] Areas)> Places(
        AreaGraph graph, IReadOnlyList<NodeRef> used, int[] nodeOfArea) =>
        used.Select((seat, node) => (seat, graph.WithCells.Where(area => nodeOfArea[area] == node).ToArray()));

    /// <summary>Describes a placement: a line per node with its name and its areas, then the idle nodes.</summary>
    /// <param name="graph">The areas.</param>
    /// <param name="used">The nodes in use.</param>
    /// <param name="nodeOfArea">The number of the node of each area among them.</param>
    /// <param name="seats">All nodes that are there.</param>
    public static IEnumerable<string> Describe(
        AreaGraph graph, IReadOnlyList<NodeRef> used, int[] nodeOfArea, IReadOnlyList<NodeRef> seats)
    {
        IEnumerable<string> busy = Places(graph, used, nodeOfArea).Select(place =>
            $"{place.Seat.Name}: area{(place.Areas.Length == 1 ? "" : "s")} {graph.Names(place.Areas)}");
        return busy.Concat(seats.Except(used).Select(seat => $"{seat.Name}: idle"));
    }

    /// <summary>Finds the first problem of groups written by a user, in one line; null if there is none.</summary>
    /// <param name="graph">The areas.</param>
    /// <param name="groups">The groups.</param>
    public static string? Problem(AreaGraph graph, IReadOnlyList<int[]> groups)
    {
        int[] named = [.. groups.SelectMany(group => group)];
        if (groups.Any(group => group.Length == 0))
            return "placement has an empty group; valid are groups of areas";
        string valid = graph.IsChain ? $"1 to {graph.Count - 1}" : graph.Names(graph.WithCells);
        if (named.Any(area => !graph.HasCells(area)))
        {
            int other = named.First(area => !graph.HasCells(area));
            string which = graph.IsChain || other >= graph.Count ? $"{other}" : graph.Name(other);
            return $"placement names area {which}; valid are {valid}";
        }

        if (named.Distinct().Count() < named.Length)
        {
            int twice = named.GroupBy(area => area).First(group => group.Count() > 1).Key;
            return $"placement names area {graph.Name(twice)} more than once";
        }

        int[] missing = [.. graph.WithCells.Except(named)];
        return missing.Length > 0
            ? $"placement leaves out area {string.Join(", ", missing.Select(graph.Name))}; it must name each of {valid}"
            : null;
    }

    // The places of areas with cells count from 1.
    private static int[] Spread(AreaGraph graph, int[] nodeOfPlace)
    {
        int[] nodeOfArea = new int[graph.Count];
        foreach (int area in graph.WithCells)
            nodeOfArea[area] = nodeOfPlace[graph.PlaceOf(area) + 1];
        return nodeOfArea;
    }

    private static int[] Assign(AreaGraph graph, int nodes, IReadOnlyList<int[]> groups)
    {
        int[] nodeOfArea = new int[graph.Count];
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (int area in groups[group])
                nodeOfArea[area] = group % nodes;
        }

        return nodeOfArea;
    }
}
