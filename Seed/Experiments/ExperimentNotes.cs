using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>Notes on what is valid in an experiment and yet rarely meant, one line each.</summary>
public static class ExperimentNotes
{
    /// <summary>The notes on the selected models, each once.</summary>
    public static IReadOnlyList<string> Of(Experiment experiment) =>
    [
        .. experiment.Selected.SelectMany(label => Of(experiment, experiment.Variant(label))).Distinct(),
    ];

    private static IEnumerable<string> Of(Experiment experiment, ModelVariant variant)
    {
        MicrocircuitParameters parameters = new(experiment.Layers, experiment.OptionsOf(variant));
        LearningModel model = LearningModels.Get(variant.Model);
        foreach (string note in TimeConstants.Notes(parameters, model.UsesNoise))
            yield return note;
        Schedule schedule = ExperimentTask.ScheduleOf(experiment, parameters);
        if (model.UsesNoise && LearningNotes.WhyFeedbackStays(parameters, schedule) is { } reason)
            yield return $"{variant.Label}: B cannot learn although eta_bw is above 0, since {reason}.";
    }
}
