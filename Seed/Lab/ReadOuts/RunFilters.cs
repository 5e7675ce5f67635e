using PalActors.Areas.Toolkit.Readouts;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Recording;
using PalActors.Messages.Plan;

namespace PalActors.Lab.ReadOuts;

/// <summary>Figure of the filters of the first area, before and after training, of each model's first seed.</summary>
internal static class RunFilters
{
    /// <summary>Draws it from what a run has recorded so far.</summary>
    /// <param name="path">The file.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="folder">The run folder.</param>
    /// <returns>False if no filters were recorded.</returns>
    public static bool Draw(string path, Experiment experiment, IReadOnlyList<NetworkPlan> plans, string folder)
    {
        if (experiment.Cells is not IFilterModel cells
            || !plans.Any(plan => cells.FiltersOf(plan, ReadOutNames.Filtered) is not null))
            return false;
        RunRecording recording = RunRecording.Open(folder, cells);
        List<(string, FilterBank, double[])> panels = [];
        int columns = 1;
        foreach (NetworkPlan plan in plans.Where(plan => plan.Seed == experiment.Seeds[0]))
        {
            (string, FilterBank, double[])[] row = [.. Panels(cells, plan, recording)];
            columns = Math.Max(columns, row.Length);
            panels.AddRange(row);
        }

        if (panels.Count == 0)
            return false;
        FilterPlots.Draw(path, panels, columns);
        return true;
    }

    private static IEnumerable<(string, FilterBank, double[])> Panels(
        IFilterModel cells, NetworkPlan plan, RunRecording recording)
    {
        if (cells.FiltersOf(plan, ReadOutNames.Filtered) is not { } bank)
            yield break;
        RecordedWeights recorded = new(recording, plan, cells, [bank.Observable]);
        foreach ((long tick, int epoch) in EncodingTicks.EndsOf(plan))
        {
            if (recorded.At(tick, ReadOutNames.Filtered, bank.Observable) is { } weights)
                yield return ($"{plan.Label}, seed {plan.Seed}, epoch {epoch}", bank, weights);
        }
    }
}
