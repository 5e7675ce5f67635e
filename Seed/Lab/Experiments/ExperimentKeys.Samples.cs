using static PalActors.Lab.Experiments.JsonSchema;
using static PalActors.Lab.Experiments.YamlText;

namespace PalActors.Lab.Experiments;

/// <content>Keys about samples: how many, in which batches, and what is read out after them.</content>
internal static partial class ExperimentKeys
{
    private const string OfData = "that of the data set";

    // Made anew, since parts of a class have no order of initialisation.
    private static IReadOnlyList<RunKey> Samples =>
    [
        new("train", "training samples", _ => Whole(1), read => read.HasTeacher ? null : Number(read.Train))
        {
            Default = _ => OfData,
        },
        new(
            "validation", "validation samples, after every epoch", _ => Whole(1),
            read => read.HasTeacher ? null : Number(read.Validation))
        {
            Default = _ => OfData,
        },
        new(
            "test", "test samples, at the end", _ => Whole(1),
            read => read.HasTeacher ? null : Number(read.Test))
        {
            Default = _ => OfData,
        },
        new(
            "batch_size",
            "samples shown in parallel, for cells that take batches; what fills no batch is not shown",
            _ => Whole(1), read => read.HasTeacher ? null : Number(read.BatchSize))
        {
            Default = _ => "1",
            Read = (entry, read) => read with { BatchSize = (int)ValueReader.Whole(entry, 1, MostSamples) },
        },
        new(
            "evaluation_noise", "noise of the cells in evaluations", _ => Flag(),
            read => read.HasTeacher ? null : read.EvaluationNoise ? "true" : "false")
        {
            Default = _ => "true",
            Read = (entry, read) => read with { EvaluationNoise = ValueReader.Flag(entry) },
        },
        new(
            "test_first", "show the test samples before the first epoch too, as the authors' program",
            _ => Flag(), read => read.HasTeacher ? null : read.TestsFirst ? "true" : "false")
        {
            Default = _ => "false",
            Read = (entry, read) => read with { TestsFirst = ValueReader.Flag(entry) },
        },
        new(
            "read_out",
            "classifiers of the narrowest area after every epoch: logistic, sgd or none; "
            + "with areas: the one that classes are read out of",
            _ => OneOrList(Text()),
            read => !read.Graph.IsChain ? read.Areas.FirstOrDefault(area => area.IsReadOut)?.Name
                : !ExperimentTask.Get(read.Task).HasReadOuts ? null
                : read.ReadOuts.Count > 0 ? List(read.ReadOuts) : ReadOutReader.None)
        {
            Default = _ => "both, where the task has them",
        },
        new(
            "paper_read_out", "published accuracies [%] of the read-out sgd after the last epoch, by model",
            _ => ReadOutReader.Schema(), read => ReadOutReader.Write(read.PaperReadOut))
        {
            Read = (entry, read) => read with { PaperReadOut = ReadOutReader.Published(entry) },
        },
    ];
}
