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
    private const float EndSize = 15;
    private const double EndPlace = 1.02;

    // Colours of Okabe and Ito, which colour-blind readers can distinguish too.
    private static readonly string[] s_colors =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"];

    private static readonly LinePattern[] s_patterns =
        [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    /// <summary>A colour of the figures by its number.</summary>
    public static Color Ink(int number) => Color.FromHex(s_colors[number % s_colors.Length]);

    /// <summary>Adds a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="color">Number of its colour.</param>
    /// <param name="pattern">Number of its line pattern.</param>
    public void Add(Curve curve, int color, int pattern = 0)
    {
        Color ink = Ink(color);
        LinePattern line = s_patterns[pattern % s_patterns.Length];
        (double Epoch, Quartiles Value)[] band = [.. Thinned(curve.Band())];
        bool several = curve.Seeds.Count >= Quartiles.Fewest;
        if (band.Length > 0)
            Fill(band, ink);

        // No markers on long curves: a single median beside them would be a lone dot without meaning.
        bool marked = curve.Seeds.Max(seed => seed.Count) <= EpochsWithMarkers;
        // Hundreds of records of many seeds would hide their own median.
        bool lines = !several || (!Summary && curve.Seeds.Max(seed => seed.Count) <= MostValuesPerSeed);
        foreach (IReadOnlyList<EpochValue> seed in curve.Seeds.Where(seed => lines && seed.Count > 0))
        {
            Color shade = several ? ink.WithAlpha(0.35) : ink;
            float width = several ? 1 : curve.Seeds.Count > 1 ? 1.3f : 2.5f;
            Line(seed.Select(v => (v.Epoch, v.Value)), shade, width, line, marked);
            _hasThinLines |= band.Length > 0;
        }

        if (band.Length > 0)
            Line(band.Select(point => (point.Epoch, point.Value.Median)), ink, 3.5f, line, marked);
        IEnumerable<double> epochs = curve.Seeds.SelectMany(seed => seed).Select(v => v.Epoch);
        _lastEpoch = Math.Max(_lastEpoch, epochs.DefaultIfEmpty(0).Max());
        LegendItem item = new() { LabelText = curve.Name, LineColor = ink, LineWidth = 3, LinePattern = line };
        _plot.Legend.ManualItems.Add(item);
        _curves.Add((curve, item));
    }

    /// <summary>Adds the end of a curve in another quantity: a diamond, with a line over the quartiles.</summary>
    /// <param name="value">Median and quartiles over seeds.</param>
    /// <param name="color">Number of its colour.</param>
    /// <param name="name">Name in the legend, the same for all.</param>
    public void AddEnd(Quartiles value, int color, string name)
    {
        Color ink = Ink(color);
        // Beside the curve, whose own end would cover it.
        double place = EndPlace * _lastEpoch;
        _hasEnd = true;
        if (value.Count >= Quartiles.Fewest)
            _plot.Add.Line(place, value.Lower, place, value.Upper).LineColor = ink;
        Marker marker = _plot.Add.Marker(place, value.Median, MarkerShape.FilledDiamond, EndSize, ink);
        marker.MarkerLineColor = Colors.Black;
        marker.MarkerLineWidth = 1;
        if (_plot.Legend.ManualItems.TrueForAll(item => item.LabelText != name))
        {
            _plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = name,
                MarkerShape = MarkerShape.FilledDiamond,
                MarkerSize = EndSize,
                MarkerColor = Colors.Gray,
            });
        }
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
