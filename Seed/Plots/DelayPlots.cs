using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Seed.Results;
using PalActors.Seed.Sweeps;

namespace PalActors.Seed.Plots;

/// <summary>The figures of a delay study: a line per model, direction, jitter, remedy and target, median and quartiles over seeds, a row of panels per depth and coding.</summary>
public static class DelayPlots
{
    /// <summary>Draws delay.png (angle and accuracy or error) and delay-time.png (time per tick); leaves out what was not measured.</summary>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Draw(Func<string, string> path, SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        DelayAxis axis = new(definition.Experiment, rows.Select(DelaySeries.Delay));
        List<EpochPlot> outcome = [], time = [];
        try
        {
            var panels = rows.GroupBy(DelaySeries.Panel).ToArray();
            foreach (var panel in panels)
            {
                string where = panels.Length == 1 ? definition.Experiment.Name : $"depth {panel.Key.Depth}, prospective {panel.Key.Coding}";
                where += Diverged(panel);
                Add(outcome, Panel($"{where}: alignment of B with W^T", "mean angle(W^T, B) / °", axis, panel, MicrocircuitMetrics.AngleWTB, value => value));
                if (panel.Any(row => row.Metric == CommonMetrics.AccuracyValidation))
                    Add(outcome, Panel($"{where}: accuracy", "validation accuracy / %", axis, panel, CommonMetrics.AccuracyValidation, value => 100 * value));
                else if (panel.Any(row => row.Metric == SweepTable.ErrorOverEpoch))
                    Add(outcome, Panel($"{where}: student and teacher", "|u_top - target|², mean of the last epoch", axis, panel, SweepTable.ErrorOverEpoch, DelaySeries.Order));
                Add(time, Panel($"{where}: speed", "time per tick / µs", axis, panel, SweepTable.TimePerTick, value => value));
                if (panel.Any(row => row.Metric == SweepTable.WaitingPerTick && row.Value > 0.01))
                    Add(time, Panel($"{where}: waiting", "time per tick with nothing to do / µs", axis, panel, SweepTable.WaitingPerTick, value => value));
            }

            List<string> written = [];
            foreach ((string name, List<EpochPlot> plots, int columns) in new[] { (SweepFiles.Delay, outcome, outcome.Count / panels.Length), (SweepFiles.DelayTime, time, time.Count / panels.Length) })
            {
                if (plots.Count == 0)
                    continue;
                EpochPlot.SaveGrid(path(name), plots, Math.Max(1, columns));
                written.Add(name);
            }

            return written;
        }
        finally
        {
            foreach (EpochPlot plot in outcome.Concat(time))
                plot.Dispose();
        }
    }

    private static string Diverged(IEnumerable<SweepRow> rows)
    {
        int diverged = rows.Count(row => row.Metric == SweepTable.DivergedAtTick);
        return diverged > 0 ? $" ({diverged} of {rows.Count(row => row.Metric == SweepTable.Ticks)} diverged)" : "";
    }

    private static void Add(List<EpochPlot> panels, EpochPlot? panel)
    {
        if (panel is not null)
            panels.Add(panel);
    }

    private static EpochPlot? Panel(string title, string quantity, DelayAxis axis, IEnumerable<SweepRow> rows, string metric, Func<double, double> scale)
    {
        SweepRow[] measured = [.. rows.Where(row => row.Metric == metric && double.IsFinite(row.Value))];
        if (measured.Length == 0)
            return null;
        string[] directions = [.. measured.Select(DelaySeries.Direction).Distinct()];
        string[] kinds = [.. measured.Select(DelaySeries.Kind).Distinct()];
        EpochPlot plot = new(title, quantity) { Summary = true };
        plot.ShowAcross(DelayAxis.Label, axis.Ticks);
        // A colour per model with what is done about delays, a pattern per direction.
        foreach (var line in measured.GroupBy(row => (Kind: DelaySeries.Kind(row), Direction: DelaySeries.Direction(row))).OrderBy(line => Array.IndexOf(kinds, line.Key.Kind)))
        {
            string label = directions.Length > 1 || kinds.Length == 1 ? $"{line.Key.Kind}, {line.Key.Direction}" : line.Key.Kind;
            Curve curve = new(label, [.. line.GroupBy(row => row.Seed).Select(seed => Values(seed, scale))]);
            plot.Add(curve, Array.IndexOf(kinds, line.Key.Kind), (DelayStudy.Directions.ToList().IndexOf(line.Key.Direction) + 1) % DelayStudy.Directions.Count);
        }

        double low = measured.Min(row => scale(row.Value)), high = measured.Max(row => scale(row.Value));
        if (metric == SweepTable.ErrorOverEpoch)
        {
            plot.ShowPowersOfTen();
            plot.FrameBeside(Math.Floor(low), Math.Ceiling(high + 0.1));
        }
        else if (metric == MicrocircuitMetrics.AngleWTB)
        {
            plot.Mark(90, "90°: no alignment");
            plot.FrameBeside(-2, Math.Max(100, high + 5));
        }
        else
        {
            plot.FrameBeside(metric == CommonMetrics.AccuracyValidation ? Math.Floor(low / 10) * 10 : 0, metric == CommonMetrics.AccuracyValidation ? 100.5 : 1.1 * high);
        }

        return plot;
    }

    private static IReadOnlyList<EpochValue> Values(IEnumerable<SweepRow> seed, Func<double, double> scale) =>
        [.. DelaySeries.OfSeed(seed).Select(at => new EpochValue(DelayAxis.Position(at.Delay), scale(at.Value)))];
}
