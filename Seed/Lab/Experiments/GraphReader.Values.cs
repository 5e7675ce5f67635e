using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>Values in entries, and checks of the whole graph.</content>
internal sealed partial class GraphReader
{
    /// <summary>Values of a parameter over areas or pathways; null if no entry gives one of its own.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="parameter">The parameter, one with several values.</param>
    /// <param name="common">Value for all that give none; null if there is none.</param>
    /// <exception cref="InputException">One has no value.</exception>
    public static PlanOption? Values(ReadGraph graph, ParameterDescriptor parameter, YamlEntry? common)
    {
        YamlEntry?[] own = [.. OwnValue.All(graph, parameter).Select(one => one.Entry)];
        if (own.All(entry => entry is null))
            return null;
        PlanOption? fallback = common is not null ? Single(common)
            : parameter.Default is { } value ? new PlanOption(parameter.Name, [value])
            : null;
        PlanOption[] options = [.. own.Select(Option)];
        // Each holds its value until an epoch of its own.
        int[] epochs = [.. options.SelectMany(one => one.Later).Select(later => later.Epoch).Distinct().Order()];
        return At(0) with { Later = [.. epochs.Select(epoch => new EpochValues(epoch, At(epoch).Values))] };

        PlanOption At(int epoch) => new(parameter.Name, [.. options.Select(one => one.At(epoch).Values[0])]);

        PlanOption Single(YamlEntry entry)
        {
            PlanOption option = ValueReader.Parameter(entry, parameter);
            return option.Values.Length == 1 && Array.TrueForAll(option.Later, later => later.Values.Length == 1)
                ? option
                : throw entry.Source.Error(
                    $"{parameter.Name} is {entry.Value.Show()}, and an entry of areas or pathways gives it a value; "
                    + "valid is one value, or one by epoch.");
        }

        PlanOption Option(YamlEntry? entry) => entry is not null
            ? Single(entry)
            : fallback ?? throw own.First(one => one is not null)!.Source.Error(
                $"{parameter.Name} is given by some entries only; "
                + $"valid is one for all of them beside areas, or one in each of the others.");
    }

    private static bool IsOfLinks(ParameterDescriptor parameter) =>
        LinkTable.Parameters.Find(parameter.Name) is not null;

    private static YamlMap MapOf(YamlNode node, string where, string example) => node as YamlMap
        ?? throw node.Source.Error($"{where} is {node.Show()}; valid is a map, for instance {example}.");

    private static YamlEntry? Find(YamlMap map, string key, string where) =>
        map.Entries.FirstOrDefault(entry => entry.Key == key) is { } found
            ? found with { Key = $"{where}.{key}" }
            : null;

    private static YamlEntry Required(YamlMap map, string key, string where, string valid) =>
        Find(map, key, where) ?? throw map.Source.Error($"{where}.{key} is missing; valid are {valid}.");

    private static int[] Columns(YamlEntry entry)
    {
        IReadOnlyList<YamlNode> items = entry.Value is YamlList list ? list.Items : [entry.Value];
        int[] columns = [.. items.Select(item => (int)ValueReader.Whole(entry with { Value = item }, 0, int.MaxValue))];
        if (columns.Length == 0)
            throw entry.Source.Error($"{entry.Key} is []; valid is at least one column.");
        return columns.Distinct().Count() == columns.Length
            ? columns
            : throw entry.Source.Error($"{entry.Key} is {entry.Value.Show()}; valid are different columns.");
    }

    private static int[] Target(YamlEntry entry, int cells)
    {
        if (entry.Value is YamlScalar { Text: "all" })
            return [.. Enumerable.Range(0, cells)];
        int[] columns = Columns(entry);
        return columns.Length == cells
            ? columns
            : throw entry.Source.Error(
                $"{entry.Key} has {columns.Length} columns; valid are {cells}, one for each cell, or all.");
    }

    // B, P, Q and noise are those of areas with others above them.
    private void CheckFeedback(ReadGraph graph)
    {
        foreach (int top in graph.Graph.WithCells.Where(graph.Graph.IsTop))
        {
            YamlEntry? unused = graph.OfAreas[top].FirstOrDefault(
                entry => keys.Parameters.Find(entry.Key)!.Scope is ParameterScope.Hidden or ParameterScope.Feedback);
            if (unused is not null)
            {
                string name = graph.Graph.Name(top);
                throw unused.Source.Error(
                    $"areas.{name}.{unused.Key} is {unused.Value.Show()}, and no pathway leads up from {name}, "
                    + "so nothing uses it; valid is to leave it out.");
            }
        }
    }

    private static void CheckWays(AreaGraph graph, IReadOnlyList<YamlNode> items)
    {
        if (graph.Inputs.Count == 0)
            throw items[0].Source.Error("areas has no input; valid is at least one area with inputs.");
        HashSet<int> reached = [.. graph.Inputs];
        Queue<int> open = new(graph.Inputs);
        while (open.TryDequeue(out int area))
        {
            foreach (Pathway pathway in graph.Out(area))
            {
                if (reached.Add(pathway.To))
                    open.Enqueue(pathway.To);
            }
        }

        for (int area = 0; area < graph.Count; area++)
        {
            if (!reached.Contains(area))
            {
                throw items[area].Source.Error(
                    $"areas.{graph.Name(area)} is reached from no input; valid is an area with a way of pathways "
                    + "from one.");
            }

            if (graph.IsInput(area) && graph.Out(area).Count == 0)
            {
                throw items[area].Source.Error(
                    $"areas.{graph.Name(area)} is an input that no area sees; valid is one with a pathway to an area.");
            }
        }
    }
}
