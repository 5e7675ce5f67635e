using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>The figure of a width study: accuracy against cells, a panel per number of hidden areas.</summary>
/// <remarks>A panel has a line per model: median and quartiles over seeds.</remarks>
internal static class WidthPlots
{
    /// <summary>Draws width.png.</summary>
    /// <param name="path">Path of a file by its name.</param>
    /// <param name="definition">The study.</param>
    /// <param name="rows">The rows of its table, so far.</param>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Draw(
        Func<string, string> path, SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        string measure = WidthNetwork.Measure(rows);
        List<EpochPlot> plots = [];
        try
        {
            foreach (IGrouping<int, SweepRow> areas in rows.GroupBy(WidthNetwork.AreasOf))
            {
                string title = $"{definition.Experiment.Name}, {WidthNetwork.Name(areas.Key)}";
                SweepPanel panel = new(
                    title + SweepPanel.Diverged(areas), $"{WidthNetwork.Describe(measure)} / %", measure,
                    MetricForm.Share);
                if (panel.Measured(areas) is { Length: > 0 } measured)
                    plots.Add(Panel(panel, measured));
            }

            if (plots.Count == 0)
                return [];
            EpochPlot.SaveGrid(path(SweepFiles.WidthFigure), plots, plots.Count);
            return [SweepFiles.WidthFigure];
        }
        finally
        {
            foreach (EpochPlot plot in plots)
                plot.Dispose();
        }
    }

    private static EpochPlot Panel(SweepPanel panel, SweepRow[] measured)
    {
        KeyAxis axis = new("cells of a hidden area", measured.Select(Size), isLogarithmic: true);
        EpochPlot plot = new(panel.Title, panel.Quantity) { Summary = true };
        foreach (double goal in CellsNeeded.Goals)
            plot.Mark(100 * goal, string.Create(CultureInfo.InvariantCulture, $"{100 * goal:0.#} %"));
        panel.Draw(plot, axis, measured, Size, row => row.Model);
        return plot;
    }

    private static string Size(SweepRow row) => WidthNetwork.SizeOf(row).ToString(CultureInfo.InvariantCulture);
}
