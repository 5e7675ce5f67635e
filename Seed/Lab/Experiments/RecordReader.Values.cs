using PalActors.Areas.Contract.Models;

namespace PalActors.Lab.Experiments;

/// <content>Ticks, areas and neurons.</content>
internal sealed partial class RecordReader
{
    // Tick 0 is the state before the first one; a change has nothing before that.
    private static long Tick(YamlEntry entry, ObservableDescriptor observable)
    {
        long tick = ValueReader.Whole(entry, 0, long.MaxValue);
        return tick > 0 || !observable.IsChange
            ? tick
            : throw entry.Value.Source.Error(
                $"{entry.Key} holds 0, before which {observable.Name} has no change; valid is 1 or more.");
    }

    private int Area(YamlEntry entry, YamlNode node, ObservableDescriptor observable, int[] home)
    {
        if (AreaText.Read(node, _graph) is { } area && home.Contains(area))
            return area;
        string where = _graph.IsChain ? Range("area", home[0], home[^1]) : $"areas {_graph.Names(home)}";
        throw node.Source.Error($"{entry.Key} is {node.Show()}; {observable.Name} is in {where}.");
    }

    private int[] Neurons(YamlEntry entry, ObservableDescriptor observable, int[] areas)
    {
        int[] rows = [.. areas.Select(area => _plans.Min(plan => _cells.ShapeOf(plan, observable, area).Rows))];
        int least = rows.Min();
        string where = string.Join(", ", areas.Where((_, i) => rows[i] == least).Select(_graph.Name));
        SortedSet<int> neurons = [];
        foreach (YamlNode node in NotEmpty(entry).Value is YamlList list ? list.Items : [entry.Value])
        {
            if (!WholeRange.TryParse(node, out ulong first, out ulong last))
            {
                throw node.Source.Error(
                    $"{entry.Key} is {node.Show()}; valid is a neuron, a range such as 0-9, or a list of them.");
            }

            if (last >= (ulong)least)
            {
                string advice = areas.Length > 1 ? "; give area to record some areas only" : "";
                string has = Range("neuron", 0, least - 1) + advice;
                throw node.Source.Error(
                    $"{entry.Key} is {node.Show()}; {observable.Name} of area {where} has {has}.");
            }

            neurons.UnionWith(Enumerable.Range((int)first, (int)(last - first) + 1));
        }

        return [.. neurons];
    }

    private static T[] Wholes<T>(YamlEntry entry, Func<YamlNode, T> read)
    {
        SortedSet<T> values = [];
        foreach (YamlNode node in WholeRange.Items(NotEmpty(entry)))
        {
            if (!values.Add(read(node)))
                throw node.Source.Error($"{entry.Key} holds {node.Show()} twice; valid are different values.");
        }

        return [.. values];
    }

    private static YamlEntry NotEmpty(YamlEntry entry) => entry.Value is YamlList { Items.Count: 0 }
        ? throw entry.Value.Source.Error($"{entry.Key} is []; valid is at least one value.")
        : entry;

    private static string Range(string what, int first, int last) =>
        first == last ? $"{what} {first} only" : $"{what}s {first} to {last}";
}
