using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

/// <summary>Notes on plans that are valid and yet rarely meant, one line each.</summary>
public static class LearningNotes
{
    /// <summary>Notes on a plan.</summary>
    public static IEnumerable<string> Of(NetworkPlan plan)
    {
        MicrocircuitParameters parameters = new(plan.Graph, plan.Options);
        LearningModel model = LearningModels.Get(plan.Model);
        foreach (string note in TimeConstants.Notes(parameters, model.UsesNoise))
            yield return note;
        if (model.UsesNoise && WhyFeedbackStays(parameters, plan.Schedule) is { } reason)
            yield return $"{plan.Label}: B cannot learn although eta_bw is above 0, since {reason}.";
    }

    /// <summary>Reason why B cannot learn although its learning rate is above 0, or null.</summary>
    /// <param name="parameters">Parameters of the model.</param>
    /// <param name="schedule">What happens when.</param>
    public static string? WhyFeedbackStays(MicrocircuitParameters parameters, Schedule schedule)
    {
        LearningOptions rates = parameters.Cells.Learning;
        AreaGraph graph = parameters.Graph;
        int[] learning = [.. graph.Feedback.Where(pathway => rates.EtaBw[pathway] > 0).Select(p => p.From).Distinct()];
        if (learning.Length == 0)
            return null;
        if (parameters.Cells.Membranes.Gapi == 0)
            return "gapi is 0, so the noise of the apical dendrites does not reach the soma";
        TickFlags both = TickFlags.LearnBackward | TickFlags.Noise;
        IEnumerable<Phase> learns = schedule.Phases.Where(phase => (phase.Flags & TickFlags.LearnBackward) != 0);
        if (learns.Any() && !learns.Any(phase => (phase.Flags & both) == both))
            return "noise is off while B learns";
        int[] silent = [.. learning.Where(area => parameters.Cells.Noise.Scale[area] == 0)];
        string areas = $"area{(silent.Length == 1 ? "" : "s")} {string.Join(", ", silent.Select(graph.Name))}";
        return silent.Length == 0 ? null : $"noise_scale is 0 in {areas}";
    }
}
