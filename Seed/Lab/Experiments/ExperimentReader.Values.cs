using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>Values of single keys.</content>
internal sealed partial class ExperimentReader
{
    private const string DataSeedWhy = " (data are drawn by numpy's generator, which takes 32 bits)";
    private const string FirstSeedWhy = " for the first one, which is data_seed where that is not given" + DataSeedWhy;

    private int Samples(string key, int original) => Find(key) is { } entry
        ? (int)ValueReader.Whole(entry, 1, ExperimentKeys.MostSamples)
        : original;

    // The data are those of the full list, whichever seeds the command line picks.
    private ulong DataSeed(DataSetDescriptor? data)
    {
        if (Find("data_seed") is { } seed)
        {
            ulong most = data?.LargestSeed ?? uint.MaxValue;
            return ValueReader.Seed(seed, most, most > uint.MaxValue ? "" : DataSeedWhy);
        }

        if (data is not null)
            return data.Seed;
        YamlEntry seeds = _original.Entries.FirstOrDefault(entry => entry.Key == "seeds") ?? Find("seeds")!;
        return ValueReader.Seeds(seeds, uint.MaxValue, FirstSeedWhy)[0];
    }

    private static int[] Layers(YamlEntry entry, DataSetDescriptor? data, bool targetsAreInputs)
    {
        int[] layers = ValueReader.Sizes(entry);
        if (layers.Length < 2)
        {
            throw entry.Source.Error(
                $"layers is {entry.Value.Show()}; valid is an input and at least one area above it.");
        }

        if (data?.Inputs is { } inputs && layers[0] != inputs)
            throw entry.Source.Error($"layers[0] is {layers[0]}; valid is {inputs}, the inputs of {data.Name}.");
        if (data is null)
            return layers;
        (int top, string what) = targetsAreInputs
            ? (layers[0], "as layers[0], since samples are their own targets")
            : (data.Classes, $"the classes of {data.Name}");
        return layers[^1] == top || top == 0
            ? layers
            : throw entry.Source.Error($"layers[{layers.Length - 1}] is {layers[^1]}; valid is {top}, {what}.");
    }

    private bool Compares(YamlEntry entry)
    {
        if (!ValueReader.Flag(entry))
            return false;
        return _keys.Cells.Metrics.Any(metric => metric.Name == entry.Key)
            ? true
            : throw entry.Source.Error(
                $"{entry.Key} is 'true', which cells {_keys.Cells.Name} do not measure; valid is false.");
    }

    private List<PlanOption> Options(IEnumerable<ParameterDescriptor> parameters, ReadGraph? graph)
    {
        List<PlanOption> options = [];
        foreach (ParameterDescriptor descriptor in parameters)
        {
            if (graph is not null && descriptor.Scope.HasSeveral()
                && GraphReader.Values(graph, descriptor, Single(descriptor)) is { } values)
                options.Add(values);
            else if (Find(descriptor.Name) is { } entry)
                options.Add(ValueReader.Parameter(entry, descriptor));
            else if (descriptor.Default is { } fallback)
                options.Add(new PlanOption(descriptor.Name, Values(fallback)));
        }

        return options;
    }

    // In a graph the entries of areas and pathways have values of their own instead of a place in a list.
    private YamlEntry? Single(ParameterDescriptor descriptor)
    {
        YamlEntry? entry = Find(descriptor.Name);
        IEnumerable<YamlNode> values = entry?.Value is YamlMap map
            ? map.Entries.Select(item => item.Value)
            : entry is null ? [] : [entry.Value];
        return values.OfType<YamlList>().FirstOrDefault() is { } list
            ? throw list.Source.Error(
                $"{entry!.Key} is {list.Show()}; "
                + "valid with areas is one value, and others in entries of areas and pathways.")
            : entry;
    }

    // As a reader of the effective experiment sees it: a plan that is read back must be the same one.
    private static string[] Values(string fallback) => fallback.StartsWith('[')
        ? fallback.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries)
        : [fallback];

    private static Experiment Shortest(Experiment experiment)
    {
        ParameterTable table = experiment.Keys.Parameters;
        return experiment with
        {
            Execution = Shortest(experiment.Execution, ExecutionTable.Parameters),
            Parameters = Shortest(experiment.Parameters, table),
            Variants = [.. experiment.Variants.Select(v => v with { Overrides = Shortest(v.Overrides, table) })],
        };
    }

    private static PlanOption[] Shortest(IEnumerable<PlanOption> options, ParameterTable table) =>
        [.. options.Select(option => RealText.Shortest(option, table))];
}
