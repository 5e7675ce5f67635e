using PalActors.Lab.Results;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <content>Curves, and lines that mark a value.</content>
internal sealed partial class EpochPlot
{
    private const int MostPoints = 1200;
    private const int MostValuesPerSeed = 500;
    private const int EpochsWithMarkers = 60;

    // Colours of Okabe and Ito, which colour-blind readers can distinguish too.
    private static readonly string[] s_colors =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"];

    private static readonly LinePattern[] s_patterns =
        [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    /// <summary>Adds a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="color">Number of its colour.</param>
    /// <param name="pattern">Number of its line pattern.</param>
    public void Add(Curve curve, int color, int pattern = 0)
    {
        Color ink = Color.FromHex(s_colors[color % s_colors.Length]);
        LinePattern line = s_patterns[pattern % s_patterns.Length];
        (double Epoch, Quartiles Value)[] band = [.. Thinned(curve.Band())];
        bool several = curve.Seeds.Count >= Curve.EnoughSeeds;
        if (band.Length > 0)
            Fill(band, ink);

        // No markers on long curves: a single median beside them would be a lone dot without meaning.
        bool marked = curve.Seeds.Max(seed => seed.Count) <= EpochsWithMarkers;
        // Hundreds of records of many seeds would hide their own median.
        bool lines = !several || (!Summary && curve.Seeds.Max(seed => seed.Count) <= MostValuesPerSeed);
        foreach (IReadOnlyList<EpochValue> seed in curve.Seeds.Where(seed => lines && seed.Count > 0))
        {
            Color shade = several ? ink.WithAlpha(0.35) : ink;
            Line(seed.Select(v => (v.Epoch, v.Value)), shade, several ? 1 : 2, line, marked);
        }

        if (band.Length > 0)
            Line(band.Select(point => (point.Epoch, point.Value.Median)), ink, 3.5f, line, marked);
        EpochValue[] values = [.. curve.Seeds.SelectMany(seed => seed)];
        _points.AddRange(
            values.Where(v => double.IsFinite(v.Value)).Select(v => new Coordinates(v.Epoch, v.Value)));
        _lastEpoch = Math.Max(_lastEpoch, values.Select(v => v.Epoch).DefaultIfEmpty(0).Max());
        string label = Summary ? curve.Name : curve.Legend();
        _plot.Legend.ManualItems.Add(
            new LegendItem { LabelText = label, LineColor = ink, LineWidth = 3, LinePattern = line });
    }

    /// <summary>Adds a thin line that marks a value.</summary>
    public void Mark(double value, string name)
    {
        HorizontalLine line = _plot.Add.HorizontalLine(value, 1, Colors.Gray, LinePattern.Dotted);
        line.EnableAutoscale = false;
        _plot.Legend.ManualItems.Add(new LegendItem
        {
            LabelText = name,
            LineColor = Colors.Gray,
            LineWidth = 1,
            LinePattern = LinePattern.Dotted,
        });
    }

    private void Fill((double Epoch, Quartiles Value)[] band, Color ink)
    {
        double[] epochs = [.. band.Select(point => point.Epoch)];
        double[] lower = [.. band.Select(point => point.Value.Lower)];
        double[] upper = [.. band.Select(point => point.Value.Upper)];
        FillY fill = _plot.Add.FillY(epochs, lower, upper);
        fill.FillColor = ink.WithAlpha(0.18);
        fill.LineWidth = 0;
        fill.MarkerSize = 0;
    }

    private void Line(
        IEnumerable<(double X, double Y)> points, Color color, float width, LinePattern pattern, bool marked)
    {
        Coordinates[] finite =
            [.. points.Where(p => double.IsFinite(p.Y)).Select(p => new Coordinates(p.X, p.Y))];
        Coordinates[] coordinates = [.. Thinned(finite)];
        Scatter scatter = _plot.Add.Scatter(coordinates, color);
        scatter.LineWidth = width;
        scatter.LinePattern = pattern;
        scatter.MarkerSize = marked ? 2 * width + 2 : 0;
    }

    // More points than pixels only cost time. The first and the last one always stay.
    private static IEnumerable<T> Thinned<T>(IReadOnlyList<T> points)
    {
        int step = 1 + (points.Count / MostPoints);
        return points.Where((_, i) => i % step == 0 || i == points.Count - 1);
    }
}
