using PalActors.Clustering.Placement;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads the key <c>placement</c>: groups of areas that live together on a node.</summary>
/// <remarks>
/// For instance <c>[[1, 2], [3]]</c>, of a graph with the names of its areas. It changes where a run computes, never
/// what.
/// </remarks>
internal static class PlacementReader
{
    /// <summary>The value of <c>--placement</c> as YAML: <c>1,2;3</c> is <c>[[1,2],[3]]</c>.</summary>
    public static string ToYaml(string text) => text.TrimStart().StartsWith('[')
        ? text
        : $"[[{text.Replace(";", "],[", StringComparison.Ordinal)}]]";

    /// <summary>The groups.</summary>
    /// <exception cref="InputException">They are not groups of areas that together name each once.</exception>
    public static IReadOnlyList<int[]> Read(YamlEntry entry, AreaGraph graph)
    {
        if (entry.Value is not YamlList { Items.Count: > 0 } groups
            || groups.Items.Any(group => group is not YamlList))
        {
            throw entry.Source.Error(
                $"placement is {entry.Value.Show()}; "
                + "valid is a list of groups of areas, for instance [[1, 2], [3]].");
        }

        int[][] areas = [.. groups.Items.Select(Areas)];
        return SeatPlan.Problem(graph, areas) is { } problem
            ? throw entry.Source.Error(problem + ".")
            : areas;

        int[] Areas(YamlNode group) =>
            [.. WholeRange.Items(entry with { Value = group }).Select(item => Area(entry, item, graph))];
    }

    /// <summary>The groups as YAML, or null.</summary>
    public static string? Write(IReadOnlyList<int[]>? groups, AreaGraph graph) =>
        groups is null ? null : YamlText.List(groups.Select(group => YamlText.List(group.Select(graph.Name))));

    private static int Area(YamlEntry entry, YamlNode item, AreaGraph graph)
    {
        if (AreaText.Read(item, graph) is { } area)
            return area;
        string valid = graph.IsChain ? "numbers of areas, 1 to the top" : graph.Names(graph.WithCells);
        throw entry.Source.Error($"placement holds {item.Show()}; valid are {valid}.");
    }
}
