using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>The figure of a sweep: curves against the key that it varies, or a map for two keys.</summary>
/// <remarks>
/// A panel per measure; curves are medians and quartiles over seeds, a line per model. Of maps there is one per model.
/// </remarks>
internal static class KeyPlots
{
    private const int MostKeys = 2;

    /// <summary>Draws the figure.</summary>
    /// <param name="path">The file.</param>
    /// <param name="definition">The sweep.</param>
    /// <param name="rows">Its rows so far.</param>
    /// <returns>False if nothing was measured, or the sweep varies more than two keys.</returns>
    public static bool Draw(string path, SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        SweepPanel[] panels = [.. Panels(definition, rows).Where(panel => panel.Measured(rows).Length > 0)];
        if (panels.Length == 0 || definition.Columns.Count > MostKeys)
            return false;
        if (definition.Columns.Count == MostKeys)
        {
            KeyMaps.Draw(path, definition, panels, rows);
            return true;
        }

        List<EpochPlot> plots = [];
        try
        {
            foreach (SweepPanel panel in panels)
                plots.Add(Curves(definition, panel, panel.Measured(rows)));
            EpochPlot.SaveGrid(path, plots, columns: Math.Min(2, plots.Count));
            return true;
        }
        finally
        {
            foreach (EpochPlot plot in plots)
                plot.Dispose();
        }
    }

    private static EpochPlot Curves(SweepDefinition definition, SweepPanel panel, SweepRow[] rows)
    {
        // Without a key of its own a sweep is over models, or over seeds alone.
        bool isOverModels = definition.Columns.Count == 0;
        Func<SweepRow, string> value = isOverModels ? row => row.Model : row => row.Values[0];
        KeyAxis axis = new(isOverModels ? "model" : definition.Columns[0], rows.Select(value));
        EpochPlot plot = new(panel.Title, panel.Quantity);
        panel.Draw(plot, axis, rows, value, isOverModels ? _ => "all models" : row => row.Model);
        return plot;
    }

    // What the sweep may have measured, the most telling first.
    private static IEnumerable<SweepPanel> Panels(SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        IAreaModel cells = definition.Experiment.Cells;
        string title = definition.Experiment.Name + SweepPanel.Diverged(rows);
        yield return new(
            $"{title}: validation", "validation accuracy / %", CommonMetrics.AccuracyValidation, MetricForm.Share);
        yield return new($"{title}: test", "test accuracy / %", CommonMetrics.AccuracyTest, MetricForm.Share);
        yield return new(
            $"{title}: student and teacher", "|u_top - target|², mean of the last epoch", SweepTable.ErrorOverEpoch,
            MetricForm.Magnitude);
        IEnumerable<MetricDescriptor> own = cells.OfNetworks();
        if (cells.Headline() is { Panel: not null } headline)
            own = own.Append(headline);
        foreach (MetricDescriptor metric in own)
            yield return new($"{title}: {metric.Panel!.Title}", metric.Panel.Axis, metric.Name, metric.Form);
    }
}
