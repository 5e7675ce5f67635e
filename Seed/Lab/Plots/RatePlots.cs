using System.Globalization;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Recorded cells over time: a raster of all, and curves of some, with the phases of the run marked.</summary>
internal static class RatePlots
{
    private const int Width = 1000, Height = 420;
    private const int MostCurves = 8;

    // Of what is shown while nothing is learned.
    private static readonly Dictionary<string, Color> s_phases = new()
    {
        ["validation"] = Color.FromHex("#E69F00"),
        ["test"] = Color.FromHex("#0072B2"),
    };

    /// <summary>Draws a row per series: curves on the left, the raster on the right.</summary>
    /// <param name="path">The file.</param>
    /// <param name="series">The series.</param>
    public static void Draw(string path, IReadOnlyList<CellSeries> series)
    {
        EmbeddedFont.Use();
        Plot[] panels = [.. series.SelectMany(one => (Plot[])[Curves(one), Raster(one)])];
        FigureFile.SaveAndDispose(path, panels, 2, Width, Height);
    }

    private static Plot Curves(CellSeries series)
    {
        Plot plot = Panel(series, series.Quantity);
        AddPhases(plot, series);
        int shown = Math.Min(MostCurves, series.Cells.Length);
        for (int cell = 0; cell < shown; cell++)
        {
            double[] values = [.. Enumerable.Range(0, series.Times.Length).Select(at => series.Values[at][cell])];
            Scatter line = plot.Add.ScatterLine(series.Times, values, EpochPlot.Ink(cell));
            line.LineWidth = 1.5f;
            line.LegendText = string.Create(CultureInfo.InvariantCulture, $"cell {series.Cells[cell]}");
        }

        plot.Legend.FontSize = 13;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.ShowLegend(Edge.Right);
        plot.Axes.SetLimitsX(series.Times[0], series.Times[^1]);
        return plot;
    }

    private static Plot Raster(CellSeries series)
    {
        int cells = series.Cells.Length, records = series.Times.Length;
        // The library takes the centres of the outermost cells as corners, so there must be two of them each way.
        double[,] values = new double[Math.Max(2, cells), Math.Max(2, records)];
        for (int row = 0; row < values.GetLength(0); row++)
        {
            for (int at = 0; at < values.GetLength(1); at++)
                values[row, at] = series.Values[Math.Min(at, records - 1)][Math.Max(0, cells - 1 - row)];
        }

        Plot plot = Panel(series, "cell");
        Heatmap map = plot.Add.Heatmap(values);
        map.Colormap = new ScottPlot.Colormaps.Viridis();
        double last = series.Times[^1] > series.Times[0] ? series.Times[^1] : series.Times[0] + 1;
        map.Extent = cells > 1
            ? new CoordinateRect(series.Times[0], last, 0, cells - 1)
            : new CoordinateRect(series.Times[0], last, -0.25, 0.25);
        PlotLabels.AddColorBar(plot, map, series.Quantity, 14);
        int step = 1 + ((cells - 1) / 8);
        int[] named = [.. Enumerable.Range(0, cells).Where(cell => cell % step == 0)];
        plot.Axes.Left.SetTicks(
            [.. named.Select(cell => (double)cell)],
            [.. named.Select(cell => series.Cells[cell].ToString(CultureInfo.InvariantCulture))]);
        foreach ((double start, _, _) in series.Phases.Where(phase => phase.Start > series.Times[0]))
            plot.Add.VerticalLine(start, 1, Colors.White, LinePattern.Dotted);
        plot.HideGrid();
        plot.Axes.SetLimits(series.Times[0], last, -0.5, cells - 0.5);
        return plot;
    }

    private static Plot Panel(CellSeries series, string quantity)
    {
        Plot plot = new();
        PlotLabels.Set(plot, series.Title, 18, "time / ms", quantity, 16);
        return plot;
    }

    private static void AddPhases(Plot plot, CellSeries series)
    {
        foreach ((double start, double end, string split) in series.Phases)
        {
            if (!s_phases.TryGetValue(split, out Color color))
                continue;
            HorizontalSpan span = plot.Add.HorizontalSpan(start, end, color.WithAlpha(0.15));
            span.LineWidth = 0;
            span.LegendText = plot.PlottableList.OfType<HorizontalSpan>().Any(one => one.LegendText == split)
                ? ""
                : split;
        }
    }
}
