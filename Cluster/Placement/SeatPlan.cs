using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Placement;

/// <summary>Which node hosts which areas.</summary>
public static class SeatPlan
{
    /// <summary>Deals the areas to the seats.</summary>
    /// <param name="costs">Cost of a tick of each area, area 1 first.</param>
    /// <param name="seats">What there is.</param>
    /// <param name="groups">Areas that belong together, written by the user; null for contiguous groups even in cost. If there are fewer seats than groups, they are dealt in turn.</param>
    /// <returns>The seats in use, and the number of the seat of each area, 0 to the top.</returns>
    public static (NodeSeat[] Used, int[] NodeOfArea) Make(IReadOnlyList<double> costs, IReadOnlyList<NodeSeat> seats, IReadOnlyList<int[]>? groups)
    {
        int[] seatOfArea = groups is null ? ContiguousPlacement.Assign(costs, seats.Count) : Deal(costs.Count, seats.Count, groups);
        int[] used = [.. seatOfArea.Distinct().Order()];
        return ([.. used.Select(seat => seats[seat])], [.. seatOfArea.Select(seat => Array.IndexOf(used, seat))]);
    }

    /// <summary>A line per node: its name and its areas.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<NodeSeat> used, int[] nodeOfArea) =>
        used.Select((seat, node) => $"{seat.Name}: {Ranges([.. Enumerable.Range(1, nodeOfArea.Length - 1).Where(area => nodeOfArea[area] == node)])}");

    /// <summary>What is wrong with groups written by a user, in one line, or null.</summary>
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
            return $"placement names area {named.GroupBy(area => area).First(group => group.Count() > 1).Key} more than once";
        int[] missing = [.. Enumerable.Range(1, top).Except(named)];
        return missing.Length > 0 ? $"placement leaves out area {string.Join(", ", missing)}; it must name each of 1 to {top}" : null;
    }

    private static int[] Deal(int top, int seats, IReadOnlyList<int[]> groups)
    {
        int[] seatOfArea = new int[top + 1];
        for (int group = 0; group < groups.Count; group++)
        {
            foreach (int area in groups[group])
                seatOfArea[area] = group % seats;
        }

        seatOfArea[0] = seatOfArea[1];
        return seatOfArea;
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
