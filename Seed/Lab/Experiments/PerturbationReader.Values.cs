using System.Globalization;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>Values of an entry.</content>
internal sealed partial class PerturbationReader
{
    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(item => item.Key == key) is { } found
        ? found with { Key = $"{_where}.{key}" }
        : null;

    private Perturbation Time(Perturbation read)
    {
        if (Find("epochs") is { } both && Find("ticks") is not null)
        {
            throw both.Source.Error(
                $"{_where} has epochs and ticks; valid is one of the two, or none for the whole run.");
        }

        return read with
        {
            Epochs = Find("epochs") is { } epochs ? Range(epochs, 0, "an epoch, or a range such as 3-4") : null,
            Ticks = Find("ticks") is { } ticks ? Range(ticks, 1, "a tick, 1 or more, or a range such as 1-100") : null,
        };
    }

    private static (long First, long Last) Range(YamlEntry entry, ulong least, string valid) =>
        WholeRange.TryParse(entry.Value, out ulong first, out ulong last) && first >= least && last < long.MaxValue
            ? ((long)first, (long)last)
            : throw entry.Value.Source.Error(
                $"{entry.Key} is {entry.Value.Show()}; valid is {valid}, the first not after the last.");

    private int? Area()
    {
        if (Find("area") is not { } entry)
            return null;
        return AreaText.Read(entry.Value, _graph) is { } area && _graph.HasCells(area)
            ? area
            : throw entry.Value.Source.Error(
                $"{entry.Key} is {entry.Value.Show()}; valid is one of the areas with cells, "
                + $"{_graph.Names(_graph.WithCells)}.");
    }

    private (int From, int To)? Pathway()
    {
        if (Find("pathway") is not { } entry)
            return null;
        string? name = (entry.Value as YamlScalar)?.Text;
        Pathway? found = _graph.Pathways.FirstOrDefault(pathway => _graph.Name(pathway) == name);
        return found is not null
            ? (found.From, found.To)
            : throw entry.Value.Source.Error(
                $"{entry.Key} is {entry.Value.Show()}; valid is one of "
                + $"{string.Join(", ", _graph.Pathways.Select(_graph.Name))}.");
    }

    private static double Share(YamlEntry entry) =>
        entry.Value is YamlScalar { Quoted: false } scalar
        && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share)
        && share is >= 0 and <= 1
            ? share
            : throw entry.Value.Source.Error($"{entry.Key} is {entry.Value.Show()}; valid is a number from 0 to 1.");

    private static int[] Neurons(YamlEntry entry)
    {
        SortedSet<int> neurons = [];
        IReadOnlyList<YamlNode> items = entry.Value is YamlList list ? list.Items : [entry.Value];
        foreach (YamlNode node in items)
        {
            if (!WholeRange.TryParse(node, out ulong first, out ulong last) || last >= int.MaxValue)
            {
                throw node.Source.Error(
                    $"{entry.Key} is {node.Show()}; valid is a neuron, a range such as 0-9, or a list of them.");
            }

            neurons.UnionWith(Enumerable.Range((int)first, (int)(last - first) + 1));
        }

        return neurons.Count > 0
            ? [.. neurons]
            : throw entry.Value.Source.Error($"{entry.Key} is []; valid is at least one neuron.");
    }
}
