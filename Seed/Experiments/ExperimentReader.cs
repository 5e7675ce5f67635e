using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>
/// Reads an experiment and checks all of it before anything starts: every key, every value, every model it names, also those that are not
/// selected. The first thing that is wrong ends the reading with one line that says where, what and what would be right.
/// </summary>
public sealed class ExperimentReader
{
    private const int MostSamples = 10_000_000;
    private const int MostEpochs = 1_000_000;

    private const string LegacySeedWhy = $" (generator {RandomGenerators.NumpyLegacy} takes 32 bits)";
    private const string DataSeedWhy = " (data are drawn by numpy's generator, which takes 32 bits)";
    private const string FirstSeedWhy = " for the first one, which is data_seed where that is not given" + DataSeedWhy;

    private readonly string _file;
    private readonly YamlMap _map;
    private readonly YamlMap _original;

    private ExperimentReader(string file, YamlMap original, IEnumerable<Override> overrides) =>
        (_file, _original, _map) = (file, original, Override.Apply(original, overrides));

    /// <summary>Reads the file at <paramref name="path"/> with values of the command line in place.</summary>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(string path, params IEnumerable<Override> overrides) =>
        Read(path, YamlReader.ReadFile(path), overrides);

    /// <summary>Reads the content of a file, wherever it came from.</summary>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(string path, YamlMap content, IEnumerable<Override> overrides) => new ExperimentReader(path, content, overrides).Read();

    private Experiment Read()
    {
        foreach (YamlEntry entry in _map.Entries)
            ExperimentKeys.Check(entry, "", ExperimentKeys.All);
        string[] tasks = [.. ExperimentTask.All.Select(t => t.Name)];
        ExperimentTask task = ExperimentTask.Get(Find("task") is { } named ? ValueReader.Word(named, tasks) : tasks[0]);
        foreach (YamlEntry entry in _map.Entries)
            task.Check(entry);
        CheckMissing(task);
        DataSetDefaults? data = task.HasTeacher
            ? null
            : DataSetDefaults.Get(ValueReader.Word(Find("data")!, DataSetDefaults.Names));
        foreach (YamlEntry entry in _map.Entries)
            CheckOrigin(entry, data);
        int[] layers = Layers(Find("layers")!, data);
        List<ModelVariant> variants = Variants();
        List<string> labels = [.. LearningModels.Names, .. variants.Select(v => v.Label).Except(LearningModels.Names)];
        Experiment experiment = new()
        {
            Name = Find("name") is { } name ? ExperimentName.Read(name) : Path.GetFileNameWithoutExtension(_file),
            Description = Find("description") is { } description ? ValueReader.Text(description) : "",
            Reference = Find("reference") is { } reference ? ValueReader.Text(reference) : "",
            Task = task.Name,
            Data = task.Data ?? data!.Name,
            DataSeed = Find("data_seed") is { } seed
                ? ValueReader.Seed(seed, data?.LargestSeed ?? uint.MaxValue, DataSeedWhy)
                : data?.Seed ?? FirstSeed(),
            DataFolder = Find("data_folder") is { } folder ? Folder(folder) : "",
            Train = data is null
                ? (int)ValueReader.Whole(Find("dataset_size")!, 1, MostSamples)
                : Samples("train", data.Train),
            Validation = data is null ? 0 : Samples("validation", data.Validation),
            Test = data is null ? 0 : Samples("test", data.Test),
            SettlingTime = Find("settling_time") is { } settling ? ValueReader.Real(settling, 0) : 0,
            RecordEvery = data is not null ? 0 : Find("rec_per_steps") is { } every ? ValueReader.Whole(every, 1, long.MaxValue) : 1000,
            CompareUpdates = Find("angle_dW_BP") is { } compare && ValueReader.Flag(compare),
            Layers = layers,
            Selected = ValueReader.Words(Find("model")!, labels),
            Variants = variants,
            Seeds = ValueReader.Seeds(Find("seeds")!, ulong.MaxValue),
            Epochs = (int)ValueReader.Whole(Find("epochs")!, 1, MostEpochs),
            PaperEpochs = Find("paper_epochs") is { } paper ? (int)ValueReader.Whole(paper, 1, MostEpochs) : null,
            Ticks = Find("ticks") is { } ticks ? ValueReader.Whole(ticks, 1, long.MaxValue) : null,
            Record = Find("record") is { } record ? RecordReader.Read(record, layers) : [],
            Placement = Find("placement") is { } placement ? PlacementReader.Read(placement, layers) : null,
            Parameters = Parameters(task),
        };
        if (experiment.Parameters.Any(option => option is { Name: "generator", Values: [RandomGenerators.NumpyLegacy] }))
            ValueReader.Seeds(Find("seeds")!, uint.MaxValue, LegacySeedWhy);
        foreach (string label in experiment.Selected.Union(variants.Select(v => v.Label)))
            CheckModel(experiment, experiment.Variant(label));
        // Only now: an error shows a value as it was written.
        return experiment with
        {
            Parameters = [.. experiment.Parameters.Select(RealText.Shortest)],
            Variants = [.. variants.Select(v => v with { Overrides = [.. v.Overrides.Select(RealText.Shortest)] })],
        };
    }

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key == key);

    // Keys without a default. One of the model may instead be given by every model that is run.
    private void CheckMissing(ExperimentTask task)
    {
        MissingKeys missing = new(_file);
        Require("layers", "a list with the size of each area, input first");
        Require("model", $"one of {string.Join(", ", LearningModels.Names)}, or a name in models");
        Require("seeds", "a list of whole numbers");
        Require("epochs", "a whole number, 1 or more");
        if (task.HasTeacher)
            Require("dataset_size", "a whole number, 1 or more");
        else
            Require("data", $"one of {string.Join(", ", DataSetDefaults.Names)}");
        foreach (ParameterDescriptor parameter in MicrocircuitTable.All)
        {
            if (parameter.Default is null && !EachModelGives(parameter.Name))
                Require(parameter.Name, parameter.Valid);
        }

        missing.Check();

        void Require(string key, string valid)
        {
            if (Find(key) is null)
                missing.Add(key, valid);
        }
    }

    private bool EachModelGives(string key)
    {
        IReadOnlyList<YamlEntry> models = Find("models")?.Value is YamlMap map ? map.Entries : [];
        YamlNode? model = Find("model")?.Value;
        IEnumerable<YamlNode> selected = model is YamlList list ? list.Items : model is null ? [] : [model];
        return models.Count > 0 && models.All(Gives) && selected.All(IsAmongModels);

        bool IsAmongModels(YamlNode node) => node is YamlScalar name && models.Any(entry => entry.Key == name.Text);

        bool Gives(YamlEntry model) => model.Value is YamlMap own && own.Entries.Any(entry => entry.Key == key);
    }

    private int Samples(string key, int original) => Find(key) is { } entry ? (int)ValueReader.Whole(entry, 1, MostSamples) : original;

    // The data are those of the full list, whichever seeds the command line picks.
    private ulong FirstSeed()
    {
        YamlEntry seeds = _original.Entries.FirstOrDefault(entry => entry.Key == "seeds") ?? Find("seeds")!;
        return ValueReader.Seeds(seeds, uint.MaxValue, FirstSeedWhy)[0];
    }

    private static void CheckOrigin(YamlEntry entry, DataSetDefaults? data)
    {
        if (data is null)
            return;
        if (entry.Key == "data_folder" && !data.FromFiles)
            throw entry.Source.Error($"data_folder is given, and data is {data.Name}, which is drawn from data_seed; valid is data_folder with data that comes as files.");
        if (entry.Key == "data_seed" && data.FromFiles)
            throw entry.Source.Error($"data_seed is given, and data is {data.Name}, which comes as files; valid is data_folder instead.");
    }

    // Of the file: seen from its folder, so that the two can be moved together. Of the command line: from where the user is.
    private string Folder(YamlEntry entry)
    {
        string folder = ValueReader.Text(entry);
        if (folder.Trim().Length == 0 || folder.Contains('\0'))
            throw entry.Source.Error($"data_folder is {entry.Value.Show()}; valid is a folder.");
        string from = entry.Source.Name == _file ? Path.GetDirectoryName(Path.GetFullPath(_file))! : Directory.GetCurrentDirectory();
        return Path.GetFullPath(folder, from);
    }

    private static int[] Layers(YamlEntry entry, DataSetDefaults? data)
    {
        int[] layers = ValueReader.Sizes(entry);
        if (layers.Length < 2)
            throw entry.Source.Error($"layers is {entry.Value.Show()}; valid is an input and at least one area above it.");
        if (data?.Inputs is { } inputs && layers[0] != inputs)
            throw entry.Source.Error($"layers[0] is {layers[0]}; valid is {inputs}, the inputs of {data.Name}.");
        if (data is not null && layers[^1] != data.Classes)
            throw entry.Source.Error($"layers[{layers.Length - 1}] is {layers[^1]}; valid is {data.Classes}, the classes of {data.Name}.");
        return layers;
    }

    private List<PlanOption> Parameters(ExperimentTask task)
    {
        List<PlanOption> parameters = [];
        foreach (ParameterDescriptor descriptor in MicrocircuitTable.All)
        {
            if (descriptor.Scope == ParameterScope.Teacher && !task.HasTeacher)
                continue;
            if (Find(descriptor.Name) is { } entry)
                parameters.Add(ValueReader.Parameter(entry, descriptor));
            else if (descriptor.Default is { } fallback)
                parameters.Add(new PlanOption(descriptor.Name, Values(fallback)));
        }

        return parameters;
    }

    // As a reader of the effective experiment sees it: a plan that is read back must be the same one.
    private static string[] Values(string fallback) =>
        fallback.StartsWith('[') ? fallback.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries) : [fallback];

    private List<ModelVariant> Variants()
    {
        if (Find("models") is not { } models)
            return [];
        if (models.Value is not YamlMap map)
            throw models.Source.Error($"models is {models.Value.Show()}; valid is a map of model names to their parameters.");
        return [.. map.Entries.Select(Variant)];
    }

    private static ModelVariant Variant(YamlEntry entry)
    {
        string where = $"models.{entry.Key}";
        // Labels become fields of metrics.csv and of the digest lines.
        if (entry.Key.Length == 0 || !entry.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+'))
            throw entry.Source.Error($"models holds '{entry.Key}'; valid in the name of a model are letters, digits, '-', '_' and '+'.");
        if (entry.Value is not YamlMap map)
            throw entry.Source.Error($"{where} is {entry.Value.Show()}; valid is a map of parameters, for instance {{eta_bw: 0}}.");
        string[] valid = ["model", .. MicrocircuitTable.All.Select(p => p.Name)];
        string? model = LearningModels.Names.Contains(entry.Key) ? entry.Key : null;
        List<PlanOption> overrides = [];
        foreach (YamlEntry item in map.Entries)
        {
            ExperimentKeys.Check(item, $"{where}: ", valid);
            YamlEntry named = item with { Key = $"{where}.{item.Key}" };
            if (item.Key == "model")
                model = ValueReader.Word(named, model is null ? LearningModels.Names : [model]);
            else
                overrides.Add(ValueReader.Parameter(named, MicrocircuitTable.Find(item.Key)!) with { Name = item.Key });
        }

        if (model is null)
            throw entry.Source.Error($"{where}.model is missing; valid is one of {string.Join(", ", LearningModels.Names)}.");
        return new ModelVariant(entry.Key, model, overrides);
    }

    private void CheckModel(Experiment experiment, ModelVariant variant)
    {
        try
        {
            MicrocircuitParameters parameters = new(experiment.Layers, experiment.OptionsOf(variant));
            if (experiment.Selected.Contains(variant.Label))
                LearningModels.Get(variant.Model).Check(parameters);
            Schedule schedule = ExperimentTask.ScheduleOf(experiment, parameters);
            parameters.Check(schedule);
            if (experiment.Ticks > schedule.Phases[^1].LastTick)
                throw Find("ticks")!.Source.Error($"ticks is {experiment.Ticks}; valid is 1 to {schedule.Phases[^1].LastTick}, the whole schedule of {variant.Label}.");
            if (experiment.Record.Count > 0 && experiment.Selected.Contains(variant.Label))
                RecordReader.Check(Find("record")!, experiment.Record, variant.Label, parameters, schedule.Phases[^1].LastTick);
        }
        catch (ParameterException exception)
        {
            YamlEntry? own = Find("models")?.Value is YamlMap models && models.Entries.FirstOrDefault(e => e.Key == variant.Label)?.Value is YamlMap map
                ? map.Entries.FirstOrDefault(e => e.Key == exception.Key)
                : null;
            Source source = own?.Source ?? Find(exception.Key)?.Source ?? new Source(_file, 0);
            throw source.Error(own is null ? exception.Message : $"models.{variant.Label}: {exception.Message}");
        }
    }
}
