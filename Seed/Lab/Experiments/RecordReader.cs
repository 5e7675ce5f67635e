using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads the key <c>record</c>: a list of maps that say what to record, where and when.</summary>
/// <remarks>Everything is checked against the networks at hand before anything starts.</remarks>
internal sealed partial class RecordReader
{
    private static readonly string[] s_keys = ["observable", "area", "neurons", "every", "ticks"];

    private readonly IAreaModel _cells;
    private readonly IReadOnlyList<NetworkPlan> _plans;
    private readonly AreaGraph _graph;
    private readonly string[] _names;

    private RecordReader(IAreaModel cells, IReadOnlyList<NetworkPlan> plans)
    {
        _cells = cells;
        _plans = plans;
        _graph = plans[0].Graph;
        _names = [.. cells.Observables.Select(observable => observable.Name)];
    }

    /// <summary>Reads it.</summary>
    /// <param name="entry">The key.</param>
    /// <param name="cells">The cell model.</param>
    /// <param name="plans">Checked plans, one of each selected model, with the same layers.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static IReadOnlyList<RecordingPlan> Read(
        YamlEntry entry, IAreaModel cells, IReadOnlyList<NetworkPlan> plans)
    {
        if (entry.Value is not YamlList list)
        {
            throw entry.Source.Error(
                $"record is {entry.Value.Show()}; "
                + "valid is a list of maps, for instance [{observable: W, area: 1, every: 1000}].");
        }

        if (list.Items.Count > 0 && cells.Observables.Count == 0)
        {
            throw entry.Source.Error(
                $"record is {entry.Value.Show()}, and nothing can be recorded of cells {cells.Name}; valid is [].");
        }

        RecordReader reader = new(cells, plans);
        return [.. list.Items.Select((item, i) => reader.Read($"record[{i}]", item))];
    }

    private RecordingPlan Read(string where, YamlNode node)
    {
        if (node is not YamlMap map)
        {
            throw node.Source.Error(
                $"{where} is {node.Show()}; valid is a map, for instance {{observable: W, area: 1, every: 1000}}.");
        }

        foreach (YamlEntry item in map.Entries)
            ExperimentKeys.Check(item, $"{where}: ", s_keys);
        ObservableDescriptor observable = Observable(map, where, Find("observable"));
        int[] home = observable.Areas(_graph);
        int[] areas = Find("area") is { } area ? Wholes(area, node => Area(area, node, observable, home)) : [];
        int[] neurons = Find("neurons") is { } rows ? Neurons(rows, observable, areas.Length > 0 ? areas : home) : [];
        if (Find("every") is { } both && Find("ticks") is not null)
            throw both.Source.Error($"{where} has every and ticks; valid is one of the two.");
        long every = Find("every") is { } interval ? ValueReader.Whole(interval, 1, long.MaxValue) : 0;
        long[] ticks = Find("ticks") is { } at ? Wholes(at, node => Tick(at with { Value = node }, observable)) : [];
        return new RecordingPlan(observable.Name, areas, neurons, every, ticks);

        YamlEntry? Find(string key) => map.Entries.FirstOrDefault(item => item.Key == key) is { } found
            ? found with { Key = $"{where}.{key}" }
            : null;
    }

    private ObservableDescriptor Observable(YamlMap map, string where, YamlEntry? name)
    {
        if (name is null)
        {
            throw map.Source.Error(
                $"{where}.observable is missing; valid is one of {string.Join(", ", _names)}.");
        }

        string text = ValueReader.Text(name);
        ObservableDescriptor observable = _cells.Observables.FirstOrDefault(one => one.Name == text)
            ?? throw name.Value.Source.Error(
                $"{name.Key} is {name.Value.Show()}; {NearestKey.Advice(text, _names)}.");
        return observable.Areas(_graph).Length > 0
            ? observable
            : throw name.Value.Source.Error(
                $"{name.Key} is '{observable.Name}', which only hidden areas have; "
                + $"valid with layers {string.Join(", ", _graph.Cells)} is an observable of the top area.");
    }
}
