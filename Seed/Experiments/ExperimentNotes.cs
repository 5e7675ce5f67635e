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

    /// <summary>Reason why B cannot learn although its learning rate is above 0, or null.</summary>
    /// <param name="parameters">Parameters of the model.</param>
    /// <param name="schedule">What happens when.</param>
    public static string? WhyFeedbackStays(MicrocircuitParameters parameters, Schedule schedule)
    {
        int[] learning = [.. Enumerable.Range(1, parameters.Top - 1).Where(area => parameters.Cells.Learning.EtaBw[area] > 0)];
        if (learning.Length == 0)
            return null;
        if (parameters.Cells.Membranes.Gapi == 0)
            return "gapi is 0, so the noise of the apical dendrites does not reach the soma";
        TickFlags both = TickFlags.LearnBackward | TickFlags.Noise;
        IEnumerable<Phase> learns = schedule.Phases.Where(phase => (phase.Flags & TickFlags.LearnBackward) != 0);
        if (learns.Any() && !learns.Any(phase => (phase.Flags & both) == both))
            return "noise is off while B learns";
        int[] silent = [.. learning.Where(area => parameters.Cells.Noise.Scale[area] == 0)];
        string areas = $"area{(silent.Length == 1 ? "" : "s")} {string.Join(", ", silent)}";
        return silent.Length == 0 ? null : $"noise_scale is 0 in {areas}";
    }

    private static IEnumerable<string> Of(Experiment experiment, ModelVariant variant)
    {
        MicrocircuitParameters parameters = new(experiment.Layers, experiment.OptionsOf(variant));
        LearningModel model = LearningModels.Get(variant.Model);
        foreach (string note in TimeConstants.Notes(parameters, model.UsesNoise))
            yield return note;
        Schedule schedule = ExperimentTask.ScheduleOf(experiment, parameters);
        if (model.UsesNoise && WhyFeedbackStays(parameters, schedule) is { } reason)
            yield return $"{variant.Label}: B cannot learn although eta_bw is above 0, since {reason}.";
    }
}
