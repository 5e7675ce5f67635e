using PalActors.Lab.Experiments;

namespace PalActors.Lab.Results;

/// <summary>The files of a run folder.</summary>
internal static class RunFiles
{
    /// <summary>The effective experiment.</summary>
    public const string Experiment = ExperimentWriter.FileName;

    /// <summary>All measured values, one a row.</summary>
    public const string Metrics = "metrics.csv";

    /// <summary>End of each network, and statistics over seeds.</summary>
    public const string Results = "results.json";

    /// <summary>Validation accuracy against epoch.</summary>
    public const string Accuracy = "accuracy.png";

    /// <summary>Picture of a graph of areas.</summary>
    public const string Graph = "graph.png";

    /// <summary>Alignment angles against epoch.</summary>
    public const string Alignment = "alignment.png";

    /// <summary>Weights of the networks that have finished.</summary>
    public const string Weights = "weights.h5";

    /// <summary>Classes of the samples of the last evaluation, by the class that was read out.</summary>
    public const string Confusion = "confusion.csv";

    /// <summary>Accuracy of each class in it.</summary>
    public const string Classes = "classes.csv";

    /// <summary>Figure of the classes.</summary>
    public const string ConfusionFigure = "confusion.png";

    /// <summary>Filters of the first area, of cells that have them.</summary>
    public const string Filters = "filters.png";

    /// <summary>Accuracies of read-outs, one a row.</summary>
    public const string ReadOuts = "readout.csv";

    /// <summary>Accuracy of the read-outs against epoch.</summary>
    public const string ReadOutFigure = "readout.png";

    /// <summary>The latent plane before and after.</summary>
    public const string LatentFigure = "latent.png";

    /// <summary>Inputs and what the output makes of them.</summary>
    public const string ReconstructionFigure = "reconstruction.png";

    /// <summary>Maps of weights, drawn when asked for.</summary>
    public const string WeightsFigure = "weights.png";

    /// <summary>Recorded cells over time, drawn when asked for.</summary>
    public const string RatesFigure = "rates.png";

    /// <summary>Classes all over the plane of the data, drawn when asked for.</summary>
    public const string DecisionFigure = "decision.png";

    /// <summary>Request to stop; it is there only until the run has seen it.</summary>
    public const string Stop = ".stop";

    /// <summary>Mark of a run whose results are being written, or could not all be; it goes on to write them.</summary>
    public const string Unwritten = ".unwritten";

    /// <summary>Folder of the snapshots of networks that have not finished.</summary>
    public const string Snapshots = "snapshots";

    /// <summary>The files that every run has.</summary>
    public static IReadOnlyList<string> OfEvery { get; } = [Experiment, Metrics, Results, Accuracy, Alignment];

    /// <summary>The files that some runs have, and what is exported in their folder.</summary>
    public static IReadOnlyList<string> OfSome { get; } =
    [
        Graph, Confusion, Classes, ConfusionFigure, Weights, RecordingFiles.Hdf5, Filters, ReadOuts, ReadOutFigure,
        LatentFigure, ReconstructionFigure, WeightsFigure, RatesFigure, DecisionFigure,
    ];

    /// <summary>Vector graphics beside the figures; those made of pixels have none.</summary>
    public static IReadOnlyList<string> Vectors { get; } =
    [
        .. ((string[])[
            Graph, Accuracy, Alignment, ConfusionFigure, ReadOutFigure, WeightsFigure, RatesFigure, DecisionFigure,
        ]).Select(Vector),
    ];

    /// <summary>All files.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfEvery, .. OfSome, .. Vectors];

    /// <summary>Name of the vector graphic beside a PNG.</summary>
    public static string Vector(string png) => Path.ChangeExtension(png, ".svg");
}
