using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Maps of a sweep over two keys: a cell per pair of values, a map per measure and model.</summary>
internal static class KeyMaps
{
    private const int Width = 700;
    private const int Height = 600;

    // Smallest range of colours, relative to the largest value.
    private const double LeastSpan = 0.02;

    // With more cells numbers would overlap.
    private const int MostNumbers = 10;

    /// <summary>Draws the maps, a row per measure.</summary>
    /// <param name="path">The file.</param>
    /// <param name="definition">The sweep, over two keys.</param>
    /// <param name="panels">Measures that have values.</param>
    /// <param name="rows">Rows of the sweep.</param>
    public static void Draw(
        string path, SweepDefinition definition, IReadOnlyList<SweepPanel> panels, IReadOnlyList<SweepRow> rows)
    {
        EmbeddedFont.Use();
        string[] models = [.. rows.Select(row => row.Model).Distinct()];
        KeyAxis across = new(definition.Columns[0], rows.Select(row => row.Values[0]));
        KeyAxis up = new(definition.Columns[1], rows.Select(row => row.Values[1]));
        List<Plot> plots = [];
        foreach (SweepPanel panel in panels)
        {
            Cell[][] cells = [.. models.Select(model =>
                Cells(panel, panel.Measured(rows).Where(row => row.Model == model)))];
            double[] all = [.. cells.SelectMany(one => one).Select(cell => cell.Value.Median)];
            // One range for all models, so that their colours compare.
            ScottPlot.Range range = RangeOf(all);
            plots.AddRange(models.Zip(cells, (model, own) => Map(definition, panel, model, own, across, up, range)));
        }

        FigureFile.SaveAndDispose(path, plots, models.Length, Width, Height);
    }

    // Values that hardly differ must not get all colours.
    private static ScottPlot.Range RangeOf(double[] values)
    {
        (double low, double high) = (values.Min(), values.Max());
        double rest = Math.Max(0, (LeastSpan * Math.Max(Math.Abs(low), Math.Abs(high))) - (high - low));
        return new ScottPlot.Range(low - (rest / 2), rest == 0 && low == high ? high + 1 : high + (rest / 2));
    }

    // Of several areas the mean counts for a seed.
    private static Cell[] Cells(SweepPanel panel, IEnumerable<SweepRow> rows) =>
    [
        .. rows.GroupBy(row => (Across: row.Values[0], Up: row.Values[1])).Select(cell => new Cell(
            cell.Key.Across, cell.Key.Up, Quartiles.Of(cell.GroupBy(row => row.Seed)
                .Select(seed => panel.Scale(seed.Average(row => row.Value)))))),
    ];

    private static Plot Map(
        SweepDefinition definition, SweepPanel panel, string model, Cell[] cells, KeyAxis across, KeyAxis up,
        ScottPlot.Range range)
    {
        int columns = across.Values.Count, rows = up.Values.Count;
        double[,] values = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                values[row, column] = double.NaN;
        }

        Plot plot = new();
        // The first row of a map is on top, and values ascend.
        foreach (Cell cell in cells)
            values[rows - 1 - Index(up, cell.Up), Index(across, cell.Across)] = cell.Value.Median;
        Heatmap map = plot.Add.Heatmap(values);
        map.Colormap = new ScottPlot.Colormaps.Viridis();
        map.ManualRange = range;
        map.NaNCellColor = Colors.Transparent;
        if (columns <= MostNumbers && rows <= MostNumbers)
            AddNumbers(plot, cells, across, up, range);
        PlotLabels.AddColorBar(plot, map, Quantity(panel), 16);
        int seeds = cells.Select(cell => cell.Value.Count).DefaultIfEmpty(0).Max();
        PlotLabels.Set(
            plot, $"{panel.Title}\n{model}, {(seeds == 1 ? "one seed" : $"median of {seeds} seeds")}", 20,
            definition.Columns[0], definition.Columns[1], 18);
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 15;
        Label(plot.Axes.Bottom, across);
        Label(plot.Axes.Left, up);
        plot.HideGrid();
        plot.Axes.Margins(0, 0);
        return plot;
    }

    private static string Quantity(SweepPanel panel) =>
        panel.Form == MetricForm.Magnitude ? $"{panel.Quantity}, power of ten" : panel.Quantity;

    private static void AddNumbers(Plot plot, Cell[] cells, KeyAxis across, KeyAxis up, ScottPlot.Range range)
    {
        foreach (Cell cell in cells)
        {
            string number = cell.Value.Median.ToString("0.0", CultureInfo.InvariantCulture);
            Text text = plot.Add.Text(number, Index(across, cell.Across), Index(up, cell.Up));
            text.LabelAlignment = Alignment.MiddleCenter;
            text.LabelFontSize = 14;
            // The upper end of the colours is light.
            bool isLight = (cell.Value.Median - range.Min) / (range.Max - range.Min) > 0.6;
            text.LabelFontColor = isLight ? Colors.Black : Colors.White;
        }
    }

    private static void Label(IAxis axis, KeyAxis key) => axis.SetTicks(
        [.. key.Cells.Select(cell => cell.Position)], [.. key.Cells.Select(cell => cell.Label)]);

    private static int Index(KeyAxis axis, string value) => axis.Values.ToList().IndexOf(value);

    private sealed record Cell(string Across, string Up, Quartiles Value);
}
