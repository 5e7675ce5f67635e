using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Areas and pathways of a graph as read, with the parameters that entries give of their own.</summary>
/// <param name="Cells">Cells of each area; of an input area, its columns.</param>
/// <param name="Areas">The areas.</param>
/// <param name="Pathways">The pathways, in the order of the graph.</param>
/// <param name="OfAreas">Own parameters of each area.</param>
/// <param name="OfPathways">Own parameters of each pathway.</param>
internal sealed record ReadGraph(
    int[] Cells,
    AreaPlan[] Areas,
    PathwayPlan[] Pathways,
    IReadOnlyList<YamlEntry>[] OfAreas,
    IReadOnlyList<YamlEntry>[] OfPathways)
{
    /// <summary>The graph.</summary>
    public AreaGraph Graph { get; } = new(Cells, Areas, Pathways);

    /// <summary>The error of the entry whose value was refused; null if none has that value.</summary>
    public InputException? Refused(ParameterException exception)
    {
        IEnumerable<(string Where, YamlEntry Entry)> own =
        [
            .. OfAreas.SelectMany((entries, area) => entries.Select(entry => ($"areas.{Graph.Name(area)}", entry))),
            .. OfPathways.SelectMany(
                (entries, index) => entries.Select(entry => ($"pathways.{Graph.Name(Graph.Pathways[index])}", entry))),
        ];
        (string where, YamlEntry? refused) = own.FirstOrDefault(one => one.Entry.Key == exception.Key
            && one.Entry.Value is YamlScalar value
            && exception.Message.StartsWith($"{exception.Key} is '{value.Text}'", StringComparison.Ordinal));
        return refused?.Source.Error($"{where}.{exception.Message}");
    }
}

/// <summary>Reads the keys <c>areas</c> and <c>pathways</c>.</summary>
/// <param name="keys">Keys of the experiment.</param>
/// <param name="areas">The key <c>areas</c>.</param>
/// <param name="pathways">The key <c>pathways</c>, or null.</param>
internal sealed partial class GraphReader(CellKeys keys, YamlEntry areas, YamlEntry? pathways)
{
    private static readonly string[] s_areaKeys = ["name", "inputs", "cells", "target"];
    private static readonly string[] s_pathwayKeys = ["from", "to"];

    private readonly List<string> _names = [];

    /// <summary>Reads the graph.</summary>
    /// <exception cref="InputException">Anything invalid.</exception>
    public ReadGraph Read()
    {
        IReadOnlyList<YamlNode> items = Items(areas);
        if (items.Count >= AreaGraph.MostAreas)
            throw areas.Source.Error($"areas has {items.Count} entries; valid is at most {AreaGraph.MostAreas - 1}.");
        List<(AreaPlan Plan, int Cells, IReadOnlyList<YamlEntry> Own)> read = [.. items.Select(Area)];
        YamlEntry links = pathways ?? throw areas.Source.Error("pathways is missing; areas are joined by pathways.");
        IReadOnlyList<YamlNode> between = links.Value is YamlList { Items.Count: > 0 } found
            ? found.Items
            : throw links.Source.Error(
                $"pathways is {links.Value.Show()}; valid is a list of maps, for instance [{{from: x, to: top}}].");
        List<(PathwayPlan Plan, IReadOnlyList<YamlEntry> Own)> joined = [];
        for (int i = 0; i < between.Count; i++)
            joined.Add(Pathway(i, between[i], read, joined));
        joined = [.. joined.OrderBy(one => one.Plan.From).ThenBy(one => one.Plan.To)];
        ReadGraph graph = new(
            [.. read.Select(one => one.Cells)],
            [.. read.Select(one => one.Plan)],
            [.. joined.Select(one => one.Plan)],
            [.. read.Select(one => one.Own)],
            [.. joined.Select(one => one.Own)]);
        CheckWays(graph.Graph, items);
        CheckFeedback(graph);
        return graph;
    }

    /// <summary>Entries of the key <c>areas</c>, at least one.</summary>
    /// <exception cref="InputException">It is no list, or empty.</exception>
    public static IReadOnlyList<YamlNode> Items(YamlEntry areas) => areas.Value is YamlList { Items.Count: > 0 } list
        ? list.Items
        : throw areas.Source.Error(
            $"areas is {areas.Value.Show()}; valid is a list of maps, for instance [{{name: x, inputs: [0, 1]}}].");

    private (AreaPlan Plan, int Cells, IReadOnlyList<YamlEntry> Own) Area(YamlNode node, int index)
    {
        string where = $"areas[{index}]";
        YamlMap map = MapOf(node, where, "{name: left, cells: 15}");
        string name = ValueReader.Text(Required(map, "name", where, "letters, digits and '_', a letter first"));
        if (name.Length == 0 || !char.IsAsciiLetter(name[0])
            || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw map.Source.Error(
                $"{where}.name is '{name}'; valid are letters, digits and '_', a letter first.");
        }

        if (_names.Contains(name))
        {
            throw map.Source.Error(
                $"{where}.name is '{name}', as of area {_names.IndexOf(name)}; valid is another one.");
        }

        _names.Add(name);
        where = $"areas.{name}";
        YamlEntry? inputs = Find(map, "inputs", where), cells = Find(map, "cells", where);
        if (inputs is not null == cells is not null)
        {
            string both = inputs is null ? "neither inputs nor cells" : "inputs and cells";
            throw map.Source.Error($"{where} has {both}; valid is one of them.");
        }

        YamlEntry[] own = [.. map.Entries.Where(entry => !s_areaKeys.Contains(entry.Key))];
        if (inputs is not null)
        {
            YamlEntry? other = own.FirstOrDefault() ?? Find(map, "target", where);
            if (other is not null)
            {
                throw other.Source.Error(
                    $"{where} has {other.Key.Split('.')[^1]}, and it is an input without cells; "
                    + "valid are name and inputs.");
            }

            int[] columns = Columns(inputs);
            return (new AreaPlan(name, columns, []), columns.Length, []);
        }

        // Whether feedback leads to it is known when the pathways are.
        foreach (YamlEntry entry in own)
            CheckOwn(entry, where, ofPathway: false, hasFeedback: true);
        int count = (int)ValueReader.Whole(cells!, 1, int.MaxValue);
        int[] target = Find(map, "target", where) is { } given ? Target(given, count) : [];
        return (new AreaPlan(name, [], target), count, own);
    }

    private (PathwayPlan Plan, IReadOnlyList<YamlEntry> Own) Pathway(
        int index,
        YamlNode node,
        List<(AreaPlan Plan, int Cells, IReadOnlyList<YamlEntry> Own)> read,
        List<(PathwayPlan Plan, IReadOnlyList<YamlEntry> Own)> before)
    {
        string where = $"pathways[{index}]";
        YamlMap map = MapOf(node, where, "{from: left, to: top}");
        int from = AreaOf("from"), to = AreaOf("to");
        if (from == to)
            throw map.Source.Error($"{where} leads from {_names[from]} to itself; valid are two areas.");
        if (read[to].Plan.IsInput)
        {
            throw map.Source.Error(
                $"{where} leads to {_names[to]}, an input without cells; valid is an area with cells.");
        }

        PathwayPlan plan = new(from, to);
        if (before.Any(one => one.Plan == plan))
        {
            throw map.Source.Error(
                $"{where} leads from {_names[from]} to {_names[to]}, as an earlier one; valid is one.");
        }

        where = $"pathways.{_names[from]}-{_names[to]}";
        YamlEntry[] own = [.. map.Entries.Where(entry => !s_pathwayKeys.Contains(entry.Key))];
        foreach (YamlEntry entry in own)
            CheckOwn(entry, where, ofPathway: true, hasFeedback: !read[from].Plan.IsInput);
        return (plan, own);

        int AreaOf(string key)
        {
            YamlEntry entry = Required(map, key, where, "the name of an area");
            string name = ValueReader.Text(entry);
            return _names.Contains(name)
                ? _names.IndexOf(name)
                : throw entry.Source.Error(
                    $"{where}.{key} is '{name}'; valid is one of {string.Join(", ", _names)}.");
        }
    }

    private void CheckOwn(YamlEntry entry, string where, bool ofPathway, bool hasFeedback)
    {
        string[] valid =
        [
            .. ofPathway ? s_pathwayKeys : s_areaKeys,
            .. keys.Parameters.All.Where(one => Suits(one, ofPathway, hasFeedback)).Select(one => one.Name),
        ];
        if (!valid.Contains(entry.Key))
        {
            throw entry.Source.Error(
                $"{where}: '{entry.Key}' is not a key; {NearestKey.Advice(entry.Key, valid)}.");
        }

        if (entry.Value is YamlList)
            throw entry.Source.Error($"{where}.{entry.Key} is {entry.Value.Show()}; valid is one value.");
    }

    // An area owns the synapses of its pathways; the delays are those of a pathway alone.
    private static bool Suits(ParameterDescriptor parameter, bool ofPathway, bool hasFeedback) => ofPathway
        ? parameter.Scope == ParameterScope.Pathway || (hasFeedback && parameter.Scope == ParameterScope.Feedback)
        : parameter.Scope.HasSeveral() && !IsOfLinks(parameter);
}
