using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Placement;

/// <summary>Assignment of areas to the nodes of a run.</summary>
public static class SeatPlan
{
    /// <summary>Assigns the areas to nodes.</summary>
    /// <param name="costs">Cost of a tick of each area, area 1 first.</param>
    /// <param name="seats">The nodes that are there.</param>
    /// <param name="groups">
    /// Areas that belong together, written by the user; null for contiguous groups even in cost. If there are fewer
    /// nodes than groups, they are assigned in turn.
    /// </param>
    /// <returns>The nodes in use, and the number of the node of each area, 0 to the top.</returns>
    public static (NodeRef[] Used, int[] NodeOfArea) Make(
        IReadOnlyList<double> costs, IReadOnlyList<NodeRef> seats, IReadOnlyList<int[]>? groups)
    {
        int[] nodeOfArea = groups is null
            ? ContiguousPlacement.Assign(costs, seats.Count)
            : Assign(costs.Count, seats.Count, groups);
        int[] used = [.. nodeOfArea.Distinct().Order()];
        return ([.. used.Select(node => seats[node])], [.. nodeOfArea.Select(node => Array.IndexOf(used, node))]);
    }

    /// <summary>Describes a placement: a line per node with its name and its areas.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<NodeRef> used, int[] nodeOfArea)
    {
        IEnumerable<int> areas = Enumerable.Range(1, nodeOfArea.Length - 1);
        return used.Select((seat, node) =>
            $"{seat.Name}: {Ranges([.. areas.Where(area => nodeOfArea[area] == node)])}");
    }

    /// <summary>Finds the first problem of groups written by a user, in one line; null if there is none.</summary>
    /// <param name="top">Index of the top area.</param>
    /// <param name="groups">The groups.</param>
    public static string? Problem(int top, IReadOnlyList<int[]> groups)
    {
        int[] named = [.. groups.SelectMany(group => group)];
        if (groups.Any(group => group.Length == 0))
            return "placement has an empty group; valid are groups of areas";
        if (named.Any(area => area < 1 || area > top))
            return $"placement names area {named.First(area => area < 1 || area > top)}; valid are 1 to {top}";
        if (named.Distinct().Count() < named.Length)
        {
            int twice = named.GroupBy(area => area).First(group => group.Count() > 1).Key;
            return $"placement names area {twice} more than once";
        }

        int[] missing = [.. Enumerable.Range(1, top).Except(named)];
        return missing.Length > 0
            ? $"placement leaves out area {string.Join(", ", missing)}; it must name each of 1 to {top}"
            : null;
    }

    private static int[] Assign(int top, int nodes, IReadOnlyList<int[]> groups)
    {
        int[] nodeOfArea = new int[top + 1];
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (int area in groups[group])
                nodeOfArea[area] = group % nodes;
        }

        nodeOfArea[0] = nodeOfArea[1];
        return nodeOfArea;
    }

    private static string Ranges(int[] areas)
    {
        List<string> parts = [];
        for (int i = 0; i < areas.Length;)
        {
            int last = i;
            while (last + 1 < areas.Length && areas[last + 1] == areas[last] + 1)
                last++;
            parts.Add(last == i ? $"{areas[i]}" : $"{areas[i]}-{areas[last]}");
            i = last + 1;
        }

        return $"area{(areas.Length == 1 ? "" : "s")} {string.Join(", ", parts)}";
    }
}
