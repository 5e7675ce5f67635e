using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads an experiment and checks all of it before anything starts.</summary>
/// <remarks>
/// It checks every key, every value, and every model it names, also those that are not selected. The first thing that
/// is wrong ends the reading with one line that says where, what and what would be right.
/// </remarks>
internal sealed partial class ExperimentReader
{
    private readonly ModelRegistry _models;
    private readonly string _file;
    private readonly YamlMap _map;
    private readonly YamlMap _original;
    private readonly CellKeys _keys;
    private readonly Override[] _overrides;
    private ReadGraph? _graph;

    private ExperimentReader(ModelRegistry models, string file, YamlMap original, IEnumerable<Override> overrides)
    {
        _models = models;
        _file = file;
        _original = original;
        _overrides = [.. overrides];
        _map = Override.Apply(original, _overrides);
        _keys = new CellKeys(Cells());
    }

    /// <summary>Reads the file at <paramref name="path"/> with values of the command line in place.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Values of the command line.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(ModelRegistry models, string path, params IEnumerable<Override> overrides) =>
        Read(models, path, YamlReader.ReadFile(path), overrides);

    /// <summary>Reads the content of a file, wherever it came from.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="overrides">Values of the command line.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(
        ModelRegistry models, string path, YamlMap content, IEnumerable<Override> overrides)
    {
        List<UnusedOverride> unused = [];
        Experiment read = Read(models, path, content, overrides, unused);
        return unused.Count == 0 ? read : throw unused[0].Error;
    }

    /// <summary>Reads one of several experiments that the same values of the command line are meant for.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="overrides">Values of the command line.</param>
    /// <param name="unused">Receives those that no network of this one uses.</param>
    /// <exception cref="InputException">Anything else invalid.</exception>
    public static Experiment Read(
        ModelRegistry models,
        string path,
        YamlMap content,
        IEnumerable<Override> overrides,
        ICollection<UnusedOverride> unused)
    {
        ExperimentReader reader = new(models, path, content, overrides);
        Experiment read = reader.Read();
        foreach (UnusedOverride one in reader.UnusedOverrides(read))
            unused.Add(one);
        return read;
    }

    private Experiment Read()
    {
        CheckKeys();
        ExperimentTask task = Task();
        foreach (YamlEntry entry in _map.Entries)
        {
            // Of a graph it names the area that classes are read out of.
            if (entry.Key != "read_out" || Find("areas") is null)
                task.Check(entry, _keys.Parameters);
        }

        CheckMissing(task);
        DataSetDescriptor? data = task.HasTeacher ? null : Data(task, Find("data")!);
        foreach (YamlEntry entry in _map.Entries)
            CheckOrigin(entry, data);
        Experiment experiment = Build(task, data);
        CheckSeeds(experiment);
        CheckBatch(experiment);
        CheckUsed(experiment);
        foreach (string label in experiment.Selected.Union(experiment.Variants.Select(variant => variant.Label)))
            CheckModel(experiment, experiment.Variant(label));
        if (Find("record") is { } record)
            experiment = WithRecord(experiment, record);
        CheckExecution(experiment);
        NetworkPlan first = NetworkPlans.Of(experiment, experiment.Variant(experiment.Selected[0]));
        experiment = experiment with { ReadOuts = ReadOutReader.Fitting(experiment, Find("read_out"), first) };
        // Only now: an error shows a value as it was written.
        return Shortest(experiment);
    }

    private Experiment Build(ExperimentTask task, DataSetDescriptor? data)
    {
        ReadGraph? graph = _graph = Find("areas") is { } areas ? Graph(areas, task, data) : null;
        int[] layers = graph?.Cells ?? Layers(Find("layers")!, data, task.TargetsAreInputs);
        List<ModelVariant> variants = new VariantReader(_keys).Read(Find(ExperimentKeys.Models));
        IReadOnlyList<string> names = _keys.Cells.LearningModels;
        string[] selected = ValueReader.Words(
            Find("model")!, [.. names, .. variants.Select(variant => variant.Label).Except(names)]);
        string[] models = [.. Labels(selected, variants).Select(label => ModelOf(label, variants))];
        Experiment read = new()
        {
            Keys = _keys,
            Name = Find("name") is { } name ? ExperimentName.Read(name) : Path.GetFileNameWithoutExtension(_file),
            Task = task.Name,
            Data = task.Data ?? data!.Name,
            DataSeed = DataSeed(data),
            DataFolder = DataFolder(),
            DataOptions = _dataOptions,
            Weights = Find("weights") is { } weights ? WeightsYaml.Read(weights, From(weights)) : null,
            Train = data is null ? Samples("dataset_size", 0) : Samples("train", data.Train),
            Validation = data is null ? 0 : Samples("validation", data.Validation),
            Test = data is null ? 0 : Samples("test", data.Test),
            ReadOuts = graph is null ? ReadOutReader.Read(Find("read_out"), task.HasReadOuts) : [],
            RecordEvery = data is null ? ExperimentKeys.UsualRecordEvery : 0,
            CompareUpdates = Find("angle_dW_BP") is { } compare && Compares(compare),
            Layers = layers,
            Areas = graph?.Areas ?? [],
            Pathways = graph?.Pathways ?? [],
            Selected = selected,
            Variants = variants,
            Placement = Find("placement") is { } placement
                ? PlacementReader.Read(placement, graph?.Graph ?? AreaGraph.Chain(layers))
                : null,
            Execution = Options(ExecutionTable.Parameters.All, null),
            Parameters = Options(_keys.Parameters.All.Where(one => task.Has(one) && models.Any(one.IsUsedBy)), graph),
        };
        return ExperimentKeys.Run.Aggregate(read, WithKey);
    }

    private Experiment WithKey(Experiment experiment, RunKey key) =>
        key.Read is { } read && Find(key.Name) is { } entry ? read(entry, experiment) : experiment;

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key == key);

    private IAreaModel Cells() =>
        Find("cells") is { } named ? _models.Get(ValueReader.Word(named, _models.Names)) : _models.All[0];

    private ExperimentTask Task()
    {
        string[] names = [.. ExperimentTask.All.Select(task => task.Name)];
        YamlEntry? named = Find("task");
        ExperimentTask task = ExperimentTask.Get(named is null ? names[0] : ValueReader.Word(named, names));
        IAreaModel cells = _keys.Cells;
        if (task.Suits(cells))
            return task;
        string valid = string.Join(", ", ExperimentTask.All.Where(one => one.Suits(cells)).Select(one => one.Name));
        string why = task.HasTeacher
            ? $"whose teacher is a network of the same cells, and cells {cells.Name} have none"
            : $"which cells {cells.Name} do not measure";
        throw named!.Source.Error($"task is '{task.Name}', {why}; valid is {valid}.");
    }
}
