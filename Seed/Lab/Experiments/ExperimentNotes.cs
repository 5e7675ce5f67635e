namespace PalActors.Lab.Experiments;

/// <summary>Notes on what is valid in an experiment and yet rarely meant, one line each.</summary>
internal static class ExperimentNotes
{
    /// <summary>The notes on the selected models, each once.</summary>
    public static IReadOnlyList<string> Of(Experiment experiment) =>
    [
        .. experiment.Selected
            .SelectMany(label => experiment.Cells.Notes(NetworkPlans.Of(experiment, experiment.Variant(label))))
            .Distinct(),
    ];
}
