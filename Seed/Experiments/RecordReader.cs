using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>
/// Reads the key <c>record</c>: a list of maps that say what to record, where and when. Everything is checked against the areas at hand before anything starts.
/// </summary>
public static class RecordReader
{
    private static readonly string[] s_keys = ["observable", "area", "neurons", "every", "ticks"];

    private static readonly string[] s_names = [.. ObservableTable.All.Select(observable => observable.Name)];

    /// <summary>Reads it.</summary>
    /// <param name="entry">The key.</param>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static IReadOnlyList<RecordingPlan> Read(YamlEntry entry, int[] layers)
    {
        if (entry.Value is not YamlList list)
            throw entry.Source.Error($"record is {entry.Value.Show()}; valid is a list of maps, for instance [{{observable: W, area: 1, every: 1000}}].");
        return [.. list.Items.Select((item, i) => Read($"record[{i}]", item, layers))];
    }

    /// <summary>What is recorded of one network: all defaults in their place.</summary>
    /// <param name="record">As read.</param>
    /// <param name="layers">Neurons per area.</param>
    /// <param name="presentationTicks">Ticks of a presentation, the interval where none is given.</param>
    public static RecordingPlan[] Resolve(IEnumerable<RecordingPlan> record, int[] layers, int presentationTicks) =>
    [
        .. record.Select(plan => plan with
        {
            Areas = plan.Areas.Length > 0 ? plan.Areas : ObservableTable.Find(plan.Observable)!.Areas(layers),
            Every = plan.Ticks.Length > 0 ? 0 : plan.Every > 0 ? plan.Every : presentationTicks,
        }),
    ];

    /// <summary>Refuses what a model has not, and ticks after its end.</summary>
    /// <param name="entry">The key.</param>
    /// <param name="record">As read.</param>
    /// <param name="label">The model.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="lastTick">Last tick of its schedule.</param>
    /// <exception cref="InputException">It does.</exception>
    public static void Check(YamlEntry entry, IReadOnlyList<RecordingPlan> record, string label, MicrocircuitParameters parameters, long lastTick)
    {
        for (int i = 0; i < record.Count; i++)
        {
            RecordingPlan plan = record[i];
            Source source = entry.Value is YamlList list ? list.Items[i].Source : entry.Source;
            if (ObservableTable.Find(plan.Observable)!.NeedsFlag is not null && !parameters.Cells.Learning.WLowPass)
                throw source.Error($"record[{i}].observable is '{plan.Observable}', which model {label} has not; valid with dWPP_low_pass false is update_W.");
            if (plan.Ticks.Length > 0 && plan.Ticks[^1] > lastTick)
            {
                throw source.Error(
                    $"record[{i}].ticks holds {plan.Ticks[^1]}; "
                    + $"valid is 0 to {lastTick}, the whole schedule of {label}.");
            }

            if (plan.Every > lastTick)
                throw source.Error($"record[{i}].every is {plan.Every}; valid is 1 to {lastTick}, the whole schedule of {label}.");
        }
    }

    /// <summary>The key's value as YAML in one line, which reads back as the same.</summary>
    public static string Write(IEnumerable<RecordingPlan> record) => $"[{string.Join(", ", record.Select(Write))}]";

    private static string Write(RecordingPlan plan)
    {
        List<string> items = [$"observable: {plan.Observable}"];
        if (plan.Areas.Length > 0)
            items.Add($"area: {List(plan.Areas.Select(Text))}");
        if (plan.Neurons.Length > 0)
            items.Add($"neurons: {List(Ranges(plan.Neurons))}");
        if (plan.Ticks.Length > 0)
            items.Add($"ticks: [{string.Join(", ", plan.Ticks.Select(Text))}]");
        else if (plan.Every > 0)
            items.Add($"every: {Text(plan.Every)}");
        return $"{{{string.Join(", ", items)}}}";
    }

    private static RecordingPlan Read(string where, YamlNode node, int[] layers)
    {
        if (node is not YamlMap map)
            throw node.Source.Error($"{where} is {node.Show()}; valid is a map, for instance {{observable: W, area: 1, every: 1000}}.");
        foreach (YamlEntry item in map.Entries)
            ExperimentKeys.Check(item, $"{where}: ", s_keys);
        YamlEntry name = Find("observable") ?? throw map.Source.Error($"{where}.observable is missing; valid is one of {string.Join(", ", s_names)}.");
        string text = ValueReader.Text(name);
        Observable observable = ObservableTable.Find(text)
            ?? throw name.Value.Source.Error(
                $"{where}.observable is {name.Value.Show()}; {NearestKey.Advice(text, s_names)}.");
        int[] home = observable.Areas(layers);
        if (home.Length == 0)
            throw name.Value.Source.Error($"{where}.observable is '{observable.Name}', which only hidden areas have; valid with layers {string.Join(", ", layers)} is an observable of the top area.");
        int[] areas = Find("area") is { } area ? Wholes(area, node => Area(area, node, observable, home)) : [];
        int[] neurons = Find("neurons") is { } rows ? Neurons(rows, observable, layers, areas.Length > 0 ? areas : home) : [];
        if (Find("every") is { } both && Find("ticks") is not null)
            throw both.Source.Error($"{where} has every and ticks; valid is one of the two.");
        long every = Find("every") is { } interval ? ValueReader.Whole(interval, 1, long.MaxValue) : 0;
        long[] ticks = Find("ticks") is { } at ? Wholes(at, node => Tick(at with { Value = node }, observable)) : [];
        return new RecordingPlan(observable.Name, areas, neurons, every, ticks);

        YamlEntry? Find(string key) => map.Entries.FirstOrDefault(item => item.Key == key) is { } found ? found with { Key = $"{where}.{key}" } : null;
    }

    // Tick 0 is the state before the first one; a change has nothing before that.
    private static long Tick(YamlEntry entry, Observable observable)
    {
        long tick = ValueReader.Whole(entry, 0, long.MaxValue);
        return tick > 0 || !observable.IsChange
            ? tick
            : throw entry.Value.Source.Error(
                $"{entry.Key} holds 0, before which {observable.Name} has no change; valid is 1 or more.");
    }

    private static int Area(YamlEntry entry, YamlNode node, Observable observable, int[] home) =>
        node is YamlScalar { Quoted: false } scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int area) && home.Contains(area)
            ? area
            : throw node.Source.Error($"{entry.Key} is {node.Show()}; {observable.Name} is in {Range("area", home[0], home[^1])}.");

    private static int[] Neurons(YamlEntry entry, Observable observable, int[] layers, int[] areas)
    {
        int least = areas.Min(area => observable.RowsIn(layers, area));
        string where = string.Join(", ", areas.Where(area => observable.RowsIn(layers, area) == least));
        SortedSet<int> neurons = [];
        foreach (YamlNode node in NotEmpty(entry).Value is YamlList list ? list.Items : [entry.Value])
        {
            if (!WholeRange.TryParse(node, out ulong first, out ulong last))
                throw node.Source.Error($"{entry.Key} is {node.Show()}; valid is a neuron, a range such as 0-9, or a list of them.");
            if (last >= (ulong)least)
            {
                string advice = areas.Length > 1 ? "; give area to record some areas only" : "";
                string has = Range("neuron", 0, least - 1) + advice;
                throw node.Source.Error($"{entry.Key} is {node.Show()}; {observable.Name} of area {where} has {has}.");
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

    private static IEnumerable<string> Ranges(int[] neurons)
    {
        for (int i = 0; i < neurons.Length;)
        {
            int first = i;
            while (++i < neurons.Length && neurons[i] == neurons[i - 1] + 1)
            {
            }

            yield return i - first == 1 ? Text(neurons[first]) : $"{Text(neurons[first])}-{Text(neurons[i - 1])}";
        }
    }

    private static string Range(string what, int first, int last) => first == last ? $"{what} {first} only" : $"{what}s {first} to {last}";

    private static string List(IEnumerable<string> items) => items.Count() == 1 ? items.First() : $"[{string.Join(", ", items)}]";

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
