using System.Text.Json.Nodes;
using PalActors.Areas.Toolkit.Stimuli;
using static PalActors.Lab.Experiments.JsonSchema;
using static PalActors.Lab.Experiments.YamlText;

namespace PalActors.Lab.Experiments;

/// <summary>The keys of an experiment file besides the parameters of its cells.</summary>
internal static partial class ExperimentKeys
{
    /// <summary>The key whose entries are models with parameters of their own.</summary>
    public const string Models = "models";

    /// <summary>The most samples of a split.</summary>
    public const int MostSamples = 10_000_000;

    /// <summary>The most epochs.</summary>
    public const int MostEpochs = 1_000_000;

    /// <summary>Ticks between records of tasks with a teacher, where none are given.</summary>
    public const int UsualRecordEvery = 1000;

    /// <summary>The keys, in the order in which they are written.</summary>
    public static IReadOnlyList<RunKey> Run { get; } =
    [
        new(
            "name", "what it is called in results and figures", _ => Text(),
            read => ExperimentName.IsValid(read.Name) ? Quote(read.Name) : null)
        {
            Default = _ => "that of its file",
        },
        new("description", "one line for 'list'", _ => Text(), read => Quote(read.Description))
        {
            Read = (entry, read) => read with { Description = ValueReader.Text(entry) },
        },
        new("reference", "where the parameters come from", _ => Text(), read => Quote(read.Reference))
        {
            Read = (entry, read) => read with { Reference = ValueReader.Text(entry) },
        },
        new(
            "cells", "cell model: which parameters, learning models and observables there are",
            models => Word(models.Names), read => read.Cells.Name)
        {
            Default = models => models.Names[0],
        },
        new(
            "task", "what is learned", _ => Word(ExperimentTask.All.Select(task => task.Name)), read => read.Task)
        {
            Default = _ => ExperimentTask.All[0].Name,
        },
        new(
            "data", "data set by name, or a map that describes files of one's own",
            _ => new JsonObject { ["anyOf"] = new JsonArray(Word(DataSets.Labelled), OwnDataYaml.Schema()) },
            read => read.HasTeacher ? null : OwnDataYaml.Write(read))
        {
            Needed = _ => $"one of {string.Join(", ", DataSets.Labelled)}, or a map that describes files",
        },
        new(
            "data_seed", "seed of the data set", _ => Whole(0),
            read => !read.HasTeacher && DataSets.Get(read.Data).FromFiles ? null : Number(read.DataSeed))
        {
            Default = _ => $"{OfData}; of a teacher, the first of seeds",
        },
        new(
            "data_folder", "folder of a data set that comes as files, seen from this file", _ => Text(),
            read => read.DataFolder.Length > 0 ? Quote(read.DataFolder) : null)
        {
            Default = _ => "where 'data get' puts files; of one's own files, the folder of this file",
        },
        new(
            "weights",
            "weights to start from in place of drawn ones: a run's folder, a snapshot, a .h5 or .npz file, or a map "
            + "with from and what is taken",
            _ => WeightsYaml.Schema(), read => WeightsYaml.Write(read.Weights)),
        .. Samples,
        new(
            "dataset_size", "samples per epoch", _ => Whole(1),
            read => read.HasTeacher ? Number(read.Train) : null)
        {
            Needed = _ => "a whole number, 1 or more",
        },
        new(
            "settling_time", "settling before the first epoch [ms]", _ => Real(0),
            read => read.HasTeacher ? RealText.ForYaml(RealText.Shortest(read.SettlingTime)) : null)
        {
            Default = _ => "0",
            Read = (entry, read) => read with { SettlingTime = ValueReader.Real(entry, 0) },
        },
        new(
            "rec_per_steps", "ticks between records of alignment and error", _ => Whole(1),
            read => read.HasTeacher ? Number(read.RecordEvery) : null)
        {
            Default = _ => Number(UsualRecordEvery),
            Read = (entry, read) => read with { RecordEvery = ValueReader.Whole(entry, 1, long.MaxValue) },
        },
        new(
            "angle_dW_BP", "compare the updates of W with backpropagation after every epoch", _ => Flag(),
            read => read.HasTeacher ? read.CompareUpdates ? "true" : "false" : null)
        {
            Default = _ => "false",
        },
        new(
            "layers", "neurons per area, input first", _ => Several(Whole(1), 2),
            read => read.Graph.IsChain ? List(read.Layers.Select(size => Number(size))) : null)
        {
            Needed = _ => "a list with the size of each area, input first",
            InPlace = "areas",
        },
        new(
            "areas", "areas of a graph, in place of layers: name, inputs (columns) or cells, target, own parameters",
            ExperimentSchema.Areas, _ => null),
        new(
            "pathways", "pathways of a graph: from, to, own parameters such as delay_up",
            ExperimentSchema.Pathways, _ => null),
        new(
            "model", "learning models to run: those of the cells, or an entry of models", ExperimentSchema.Model,
            read => List(read.Selected))
        {
            Needed = cells => $"one of {string.Join(", ", cells.LearningModels)}, or a name in models",
        },
        new(
            Models, "parameters that differ for a model, or a variant of one", ExperimentSchema.Variants, _ => null),
        new(
            "seeds", "random seeds, also ranges such as 1-10: one network per seed and model",
            _ => OneOrList(WholeOrRange(0)), read => List(read.Seeds.Select(seed => Number(seed))))
        {
            Needed = _ => "a list of whole numbers",
            Read = (entry, read) => read with { Seeds = ValueReader.Seeds(entry, ulong.MaxValue) },
        },
        new("epochs", "epochs of training", _ => Whole(1), read => Number(read.Epochs))
        {
            Needed = _ => "a whole number, 1 or more",
            Read = (entry, read) => read with { Epochs = (int)ValueReader.Whole(entry, 1, MostEpochs) },
        },
        new(
            "paper_epochs", "epochs of the published run", _ => Whole(1),
            read => read.PaperEpochs is { } epochs ? Number(epochs) : null)
        {
            Read = (entry, read) => read with { PaperEpochs = (int)ValueReader.Whole(entry, 1, MostEpochs) },
        },
        new(
            "paper_samples", "samples of the published run by split, where this one has fewer",
            _ => PaperSamples.Schema(), read => PaperSamples.Write(read.PaperSamples))
        {
            Read = (entry, read) => read with { PaperSamples = PaperSamples.Read(entry) },
        },
        new(
            "ticks", "end at this tick instead of the end of the schedule", _ => Whole(1),
            read => read.Ticks is { } ticks ? Number(ticks) : null)
        {
            Default = _ => "the end of the schedule",
            Read = (entry, read) => read with { Ticks = ValueReader.Whole(entry, 1, long.MaxValue) },
        },
        new(
            PerturbationReader.Lesion,
            "silent neurons of an area, or a cut pathway, for some epochs or ticks: named entries",
            PerturbationSchema.Lesions, read => PerturbationWriter.Write(read, PerturbationReader.Lesion))
        {
            Read = WithPerturbations,
        },
        new(
            PerturbationReader.Freeze, "learning rules that rest for some epochs or ticks: named entries",
            PerturbationSchema.Freezes, read => PerturbationWriter.Write(read, PerturbationReader.Freeze))
        {
            Read = WithPerturbations,
        },
        new(
            "placement",
            "areas that live together on a node of a clustered run, group by group",
            _ => Several(Several(AreaOrRange(1), 1), 1), read => PlacementReader.Write(read.Placement, read.Graph))
        {
            Default = _ => "even in cost",
            IsExecution = true,
        },
        new(
            "keep_weights",
            "keep the weights of finished networks in weights.h5; a list of epochs: those at their ends too",
            _ => new JsonObject { ["anyOf"] = new JsonArray(Flag(), Several(Whole(0), 1)) },
            read => read.WeightEpochs.Count > 0 ? List(read.WeightEpochs.Select(epoch => Number(epoch)))
                : read.KeepsWeights ? "true" : "false")
        {
            Default = _ => "true",
            Read = KeptWeights,
            IsExecution = true,
        },
        .. ExecutionTable.Keys,
        new(
            "record", "what to record: observable, area, neurons, every or ticks", ExperimentSchema.Record,
            read => RecordWriter.Write(read.Record, read.Graph)),
    ];

    /// <summary>Names of the keys that may change when a run goes on.</summary>
    public static IReadOnlyList<string> Execution { get; } =
        [.. Run.Where(key => key.IsExecution).Select(key => key.Name)];

    private static Experiment WithPerturbations(YamlEntry entry, Experiment read) =>
        read with { Perturbations = [.. read.Perturbations, .. PerturbationReader.Read(entry, read)] };
}
