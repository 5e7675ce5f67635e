using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>The figures of a delay study, with a row of panels per depth and coding.</summary>
/// <remarks>
/// A panel has a line per model, direction, jitter, remedy and target: median and quartiles over seeds.
/// </remarks>
internal static class DelayPlots
{
    // Microseconds below which waiting is not shown.
    private const double NoWaiting = 0.01;

    /// <summary>Draws delay.png, delay-time.png and, of several presentation times, delay-presentation.png.</summary>
    /// <remarks>
    /// The first shows angle and accuracy or error, the second the time per tick, the third the first against delay
    /// over presentation time. Quantities that were not measured are left out.
    /// </remarks>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Draw(
        Func<string, string> path, SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        bool hasSeveral = rows.Select(DelaySeries.Presentation).Distinct().Count() > 1;
        DelayAxis axis = new(definition.Experiment, rows.Select(DelaySeries.Delay), !hasSeveral);
        PresentationAxis? relative = !hasSeveral ? null : new(
            DelayAxis.Step(definition.Experiment),
            rows.Select(row => (DelaySeries.Delay(row), DelaySeries.Presentation(row))));
        List<EpochPlot> outcome = [], time = [], presentation = [];
        try
        {
            IGrouping<(string Depth, string Coding), SweepRow>[] panels = [.. rows.GroupBy(DelaySeries.Panel)];
            foreach (IGrouping<(string Depth, string Coding), SweepRow> panel in panels)
            {
                string title = panels.Length == 1
                    ? definition.Experiment.Name
                    : DelaySeries.Title(panel.Key);
                title += SweepPanel.Diverged(panel);
                AddOutcome(outcome, title, axis, panel, definition.Experiment.Cells);
                AddTime(time, title, axis, panel);
                if (relative is not null)
                    AddOutcome(presentation, title, relative, panel, definition.Experiment.Cells);
            }

            return
            [
                .. Save(path, SweepFiles.Delay, outcome, panels.Length),
                .. Save(path, SweepFiles.DelayTime, time, panels.Length),
                .. Save(path, SweepFiles.DelayPresentation, presentation, panels.Length),
            ];
        }
        finally
        {
            foreach (EpochPlot plot in outcome.Concat(time).Concat(presentation))
                plot.Dispose();
        }
    }

    private static void AddOutcome(
        List<EpochPlot> plots,
        string title,
        IDelayAxis axis,
        IGrouping<(string, string), SweepRow> rows,
        IAreaModel cells)
    {
        MetricDescriptor? headline = cells.Headline();
        DelayPanel accuracy = new(
            $"{title}: accuracy", "validation accuracy / %", CommonMetrics.AccuracyValidation, MetricForm.Share);
        DelayPanel error = new(
            $"{title}: student and teacher",
            "|u_top - target|², mean of the last epoch",
            SweepTable.ErrorOverEpoch,
            MetricForm.Magnitude);
        if (headline is { Panel: { } figure })
        {
            DelayPanel panel =
                new($"{title}: {figure.Title}", $"mean {figure.Axis}", headline.Name, headline.Form);
            Add(plots, panel.Draw(axis, rows));
        }

        if (rows.Any(row => row.Metric == CommonMetrics.AccuracyValidation))
            Add(plots, accuracy.Draw(axis, rows));
        else if (rows.Any(row => row.Metric == SweepTable.ErrorOverEpoch))
            Add(plots, error.Draw(axis, rows));
        else
            AddOwn(plots, title, axis, rows, cells);
    }

    // Tasks without classes and teacher: what the cells measure of the whole network.
    private static void AddOwn(
        List<EpochPlot> plots,
        string title,
        IDelayAxis axis,
        IGrouping<(string, string), SweepRow> rows,
        IAreaModel cells)
    {
        foreach (MetricDescriptor metric in cells.OfNetworks())
        {
            DelayPanel own = new($"{title}: {metric.Panel!.Title}", metric.Panel.Axis, metric.Name, metric.Form);
            Add(plots, own.Draw(axis, rows));
        }
    }

    private static void AddTime(
        List<EpochPlot> plots, string title, IDelayAxis axis, IGrouping<(string, string), SweepRow> rows)
    {
        DelayPanel speed = new($"{title}: speed", "time per tick / µs", SweepTable.TimePerTick, MetricForm.Ratio);
        DelayPanel waiting = new(
            $"{title}: waiting",
            "time per tick with nothing to do / µs",
            SweepTable.WaitingPerTick,
            MetricForm.Ratio);
        Add(plots, speed.Draw(axis, rows));
        if (rows.Any(row => row.Metric == SweepTable.WaitingPerTick && row.Value > NoWaiting))
            Add(plots, waiting.Draw(axis, rows));
    }

    private static IEnumerable<string> Save(
        Func<string, string> path, string name, IReadOnlyList<EpochPlot> plots, int rows)
    {
        if (plots.Count == 0)
            return [];
        EpochPlot.SaveGrid(path(name), plots, Math.Max(1, plots.Count / rows));
        return [name];
    }

    private static void Add(List<EpochPlot> plots, EpochPlot? plot)
    {
        if (plot is not null)
            plots.Add(plot);
    }
}
