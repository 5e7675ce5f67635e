using PalActors.Seed.Experiments;

namespace PalActors.Seed.Results;

/// <summary>The files of a run folder.</summary>
public static class RunFiles
{
    /// <summary>The effective experiment.</summary>
    public const string Experiment = ExperimentWriter.FileName;

    /// <summary>All measured values, one a row.</summary>
    public const string Metrics = "metrics.csv";

    /// <summary>End of each network, and statistics over seeds.</summary>
    public const string Results = "results.json";

    /// <summary>Validation accuracy against epoch.</summary>
    public const string Accuracy = "accuracy.png";

    /// <summary>Alignment angles against epoch.</summary>
    public const string Alignment = "alignment.png";

    /// <summary>Filters of the first area, of cells that have them.</summary>
    public const string Filters = "filters.png";

    /// <summary>Folder of the snapshots of networks that have not finished.</summary>
    public const string Snapshots = "snapshots";

    /// <summary>The files that every run has.</summary>
    public static IReadOnlyList<string> All { get; } = [Experiment, Metrics, Results, Accuracy, Alignment];
}
