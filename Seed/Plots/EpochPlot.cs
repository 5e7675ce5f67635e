using System.Globalization;
using PalActors.Seed.Results;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Seed.Plots;

/// <summary>A plot of curves against epoch, in the common style: thin lines for seeds, a thick median in a band of quartiles.</summary>
public sealed class EpochPlot : IDisposable
{
    private const int Width = 1200;
    private const int Height = 800;
    private const int PanelWidth = 720;
    private const int PanelHeight = 620;
    private const int LegendWidth = 200;
    private const int MostPoints = 1200;
    private const int MostValuesPerSeed = 500;
    private const int EpochsWithMarkers = 60;

    // Colours of Okabe and Ito, told apart by colour-blind readers too.
    private static readonly string[] s_colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"];
    private static readonly Alignment[] s_corners =
    [
        Alignment.LowerLeft, Alignment.LowerRight, Alignment.UpperLeft, Alignment.UpperRight,
        Alignment.MiddleLeft, Alignment.MiddleRight,
    ];

    private static readonly LinePattern[] s_patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    private readonly Plot _plot;
    private readonly List<Coordinates> _points = [];
    private double _lastEpoch;

    /// <summary>An empty plot.</summary>
    /// <param name="title">Title.</param>
    /// <param name="quantity">Label of the vertical axis, with its unit.</param>
    public EpochPlot(string title, string quantity)
    {
        EmbeddedFont.Use();
        _plot = new Plot();
        _plot.Title(title, 24);
        _plot.XLabel("epoch", 20);
        _plot.YLabel(quantity, 20);
        _plot.Axes.Title.Label.Bold = false;
        _plot.Axes.Bottom.Label.Bold = false;
        _plot.Axes.Left.Label.Bold = false;
        _plot.Axes.Bottom.TickLabelStyle.FontSize = 16;
        _plot.Axes.Left.TickLabelStyle.FontSize = 16;
        _plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        _plot.Axes.Right.FrameLineStyle.Width = 0;
        _plot.Axes.Top.FrameLineStyle.Width = 0;
        _plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.08);
        _plot.Legend.FontSize = 16;
        _plot.Legend.SymbolWidth = 44;
        _plot.Legend.OutlineWidth = 0;
        _plot.Legend.ShadowColor = Colors.Transparent;
        _plot.Legend.BackgroundColor = Colors.White.WithAlpha(0.85);
    }

    /// <summary>Whether only medians and bands are drawn where there are several seeds, and curves are named in short: for a plot of many curves.</summary>
    public bool Summary { get; init; }

    /// <summary>Shows another horizontal axis than epochs, of which curves give positions as their epochs.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="ticks">Positions and their labels.</param>
    public void ShowAcross(string label, IEnumerable<(double Position, string Label)> ticks)
    {
        ScottPlot.TickGenerators.NumericManual generator = new();
        foreach ((double position, string text) in ticks)
            generator.AddMajor(position, text);
        _plot.Axes.Bottom.TickGenerator = generator;
        _plot.XLabel(label, 15);
    }

    /// <summary>Adds a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="color">Number of its colour.</param>
    /// <param name="pattern">Number of its line pattern.</param>
    public void Add(Curve curve, int color, int pattern = 0)
    {
        Color ink = Color.FromHex(s_colors[color % s_colors.Length]);
        LinePattern line = s_patterns[pattern % s_patterns.Length];
        IReadOnlyList<(double Epoch, Quartiles Value)> band = curve.Band();
        bool several = curve.Seeds.Count >= Curve.EnoughSeeds;
        band = [.. Thinned(band)];
        if (band.Count > 0)
        {
            double[] epochs = [.. band.Select(point => point.Epoch)];
            FillY fill = _plot.Add.FillY(epochs, [.. band.Select(point => point.Value.Lower)], [.. band.Select(point => point.Value.Upper)]);
            fill.FillColor = ink.WithAlpha(0.18);
            fill.LineWidth = 0;
            fill.MarkerSize = 0;
        }

        // Hundreds of records of many seeds would hide their own median.
        // A single median beside curves of many records would be a lone dot that means nothing.
        bool marked = curve.Seeds.Max(seed => seed.Count) <= EpochsWithMarkers;
        bool lines = !several || (!Summary && curve.Seeds.Max(seed => seed.Count) <= MostValuesPerSeed);
        foreach (IReadOnlyList<EpochValue> seed in curve.Seeds.Where(seed => lines && seed.Count > 0))
        {
            Color shade = several ? ink.WithAlpha(0.35) : ink;
            Line(seed.Select(v => (v.Epoch, v.Value)), shade, several ? 1 : 2, line, marked);
        }

        if (band.Count > 0)
            Line(band.Select(point => (point.Epoch, point.Value.Median)), ink, 3.5f, line, marked);
        IEnumerable<EpochValue> finite = curve.Seeds.SelectMany(seed => seed).Where(v => double.IsFinite(v.Value));
        _points.AddRange(finite.Select(v => new Coordinates(v.Epoch, v.Value)));
        _lastEpoch = Math.Max(_lastEpoch, curve.Seeds.SelectMany(seed => seed).Select(v => v.Epoch).DefaultIfEmpty(0).Max());
        string label = Summary ? curve.Name : curve.Legend();
        _plot.Legend.ManualItems.Add(
            new LegendItem { LabelText = label, LineColor = ink, LineWidth = 3, LinePattern = line });
    }

    /// <summary>A thin line that marks a value.</summary>
    public void Mark(double value, string name)
    {
        HorizontalLine line = _plot.Add.HorizontalLine(value, 1, Colors.Gray, LinePattern.Dotted);
        line.EnableAutoscale = false;
        _plot.Legend.ManualItems.Add(new LegendItem { LabelText = name, LineColor = Colors.Gray, LineWidth = 1, LinePattern = LinePattern.Dotted });
    }

    /// <summary>Shows the vertical axis as powers of ten: the values are logarithms.</summary>
    public void ShowPowersOfTen() => _plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
    {
        IntegerTicksOnly = true,
        LabelFormatter = exponent => string.Create(CultureInfo.InvariantCulture, $"1e{exponent:0}"),
    };

    /// <summary>Writes plots beside and below each other into one PNG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="panels">The plots, their axes set.</param>
    /// <param name="columns">Columns, or null for as many as rows.</param>
    public static void SaveGrid(string path, IReadOnlyList<EpochPlot> panels, int? columns = null)
    {
        Multiplot grid = new();
        grid.RemovePlot(grid.GetPlot(0));
        foreach (EpochPlot panel in panels)
            grid.AddPlot(panel._plot);
        int across = columns ?? (int)Math.Ceiling(Math.Sqrt(panels.Count)), rows = (panels.Count + across - 1) / across;
        grid.Layout = new ScottPlot.MultiplotLayouts.Grid(rows, across);
        // A legend beside a plot takes room of its own.
        grid.SavePng(path, (PanelWidth + (panels.Any(panel => panel.Summary) ? LegendWidth : 0)) * across, PanelHeight * rows);
    }

    /// <summary>Sets the axes and shows the legend, in another corner if it would cover fewer points there.</summary>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="legend">Corner of the legend.</param>
    public void Frame(double low, double high, Alignment legend)
    {
        Limit(low, high);
        _plot.ShowLegend(Corner(low, high, legend));
    }

    /// <summary>Corner where the legend covers the fewest points; of equal ones the preferred.</summary>
    public Alignment Corner(double low, double high, Alignment preferred)
    {
        // Shares of the plot that a legend takes, about.
        double height = 0.04 + (0.045 * _plot.Legend.ManualItems.Count);
        double width = 0.1 + (0.009 * _plot.Legend.ManualItems.Max(item => item.LabelText.Length));
        double last = Math.Max(_lastEpoch, double.Epsilon);
        (double X, double Y)[] shares = [.. _points.Select(point => (point.X / last, (point.Y - low) / (high - low)))];
        return s_corners.Prepend(preferred).MinBy(corner => shares.Count(at => Covers(corner, at.X, at.Y)));

        bool Covers(Alignment corner, double x, double y) =>
            (corner is Alignment.LowerLeft or Alignment.MiddleLeft or Alignment.UpperLeft ? x <= width : x >= 1 - width)
            && corner switch
            {
                Alignment.LowerLeft or Alignment.LowerRight => y <= height,
                Alignment.UpperLeft or Alignment.UpperRight => y >= 1 - height,
                _ => Math.Abs(y - 0.5) <= height / 2,
            };
    }

    /// <summary>Sets the axes and shows the legend beside the plot, where many curves leave no room in it.</summary>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    public void FrameBeside(double low, double high)
    {
        Limit(low, high);
        _plot.ShowLegend(Edge.Right);
    }

    private void Limit(double low, double high)
    {
        // A run that was stopped at once has epoch 0 only: the axis must not have length 0.
        double right = _lastEpoch > 0 ? _lastEpoch : 1;
        _plot.Axes.SetLimits(-0.02 * right, 1.02 * right, low, high);
    }

    /// <summary>Writes the PNG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="legend">Corner of the legend.</param>
    public void Save(string path, double low, double high, Alignment legend)
    {
        Frame(low, high, legend);
        _plot.SavePng(path, Width, Height);
    }

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    private void Line(
        IEnumerable<(double X, double Y)> points, Color color, float width, LinePattern pattern, bool marked)
    {
        Coordinates[] coordinates = [.. Thinned([.. points.Where(p => double.IsFinite(p.Y)).Select(p => new Coordinates(p.X, p.Y))])];
        Scatter scatter = _plot.Add.Scatter(coordinates, color);
        scatter.LineWidth = width;
        scatter.LinePattern = pattern;
        scatter.MarkerSize = marked ? 2 * width + 2 : 0;
    }

    // More points than pixels only cost time; the first and the last always stay.
    private static IEnumerable<T> Thinned<T>(IReadOnlyList<T> points)
    {
        int step = 1 + (points.Count / MostPoints);
        return points.Where((_, i) => i % step == 0 || i == points.Count - 1);
    }
}
