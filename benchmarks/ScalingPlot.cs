using System.Globalization;
using PalActors.Lab.Plots;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace PalActors.Benchmarks;

/// <summary>Draws one panel per sweep: medians as points, extremes as bars.</summary>
internal static class ScalingPlot
{
    private const int PanelWidth = 720;
    private const int PanelHeight = 560;

    /// <summary>Writes the PNG.</summary>
    public static void Save(string path, IReadOnlyList<(ScalingSweep Sweep, IReadOnlyList<ScalingPoint> Points)> sweeps)
    {
        EmbeddedFont.Use();
        Multiplot grid = new();
        grid.RemovePlot(grid.GetPlot(0));
        foreach ((ScalingSweep sweep, IReadOnlyList<ScalingPoint> points) in sweeps)
            grid.AddPlot(Panel(sweep, points));
        int columns = (int)Math.Ceiling(Math.Sqrt(sweeps.Count)), rows = (sweeps.Count + columns - 1) / columns;
        grid.Layout = new ScottPlot.MultiplotLayouts.Grid(rows, columns);
        grid.SavePng(path, PanelWidth * columns, PanelHeight * rows);
    }

    // Sizes and costs span decades, so both axes are logarithmic. Where the question is whether a line is flat or a sum
    // grows, the vertical axis is linear and starts at 0.
    private static Plot Panel(ScalingSweep sweep, IReadOnlyList<ScalingPoint> points)
    {
        bool logarithmic = sweep.Name is "neurons" or "input";
        Func<double, double> height = logarithmic ? Math.Log10 : value => value;
        Plot plot = new();
        plot.Title($"{sweep.Name}: {sweep.Title}", 18);
        plot.XLabel(sweep.Axis, 16);
        plot.YLabel(sweep.Quantity, 16);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.08);
        Color ink = Color.FromHex("#0072B2");
        Scatter line = plot.Add.Scatter(
            points.Select(point => new Coordinates(Math.Log10(point.Value), height(sweep.Of(point)))).ToArray(), ink);
        line.LineWidth = 2;
        line.MarkerSize = 8;
        foreach (ScalingPoint point in points)
        {
            // Every quantity here is the time per tick times a constant, or a constant over it.
            double x = Math.Log10(point.Value), median = point.Timing.Microseconds.Median,
                least = point.Timing.Microseconds.Least, most = point.Timing.Microseconds.Most;
            bool rate = sweep.Name == "seeds";
            double low = sweep.Of(point) * (rate ? median / most : least / median),
                high = sweep.Of(point) * (rate ? median / least : most / median);
            // A disturbed round can come out at or below 0, which has no logarithm.
            if (low > 0 && high > 0)
                plot.Add.Line(x, height(low), x, height(high)).LineColor = ink;
        }

        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. points.Select(point => Math.Log10(point.Value))], [.. points.Select(point => Label(point.Value))]);
        if (logarithmic)
            plot.Axes.Left.TickGenerator =
                new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = value => Label(Math.Pow(10, value)) };
        else
            plot.Axes.SetLimitsY(0, 1.15 * points.Max(sweep.Of));
        return plot;
    }

    private static string Label(double value) => value >= 10_000
        ? $"{Series.Text(value / 1000)}k"
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
