using ScottPlot;

namespace PalActors.Lab.Plots;

/// <summary>A plot of curves against epoch in the style of all plots.</summary>
/// <remarks>Seeds are thin lines; their median is a thick one in a band of quartiles.</remarks>
internal sealed partial class EpochPlot : IDisposable
{
    private const int Width = 1200;
    private const int Height = 800;
    private const int PanelWidth = 720;
    private const int PanelHeight = 620;
    private const int LegendWidth = 200;
    private const int LabelSize = 18;
    private const int LabelLine = 24;

    // A longer label of the vertical axis is set smaller, so that it is no longer than the axis.
    private const int LongLabel = 34;

    // Sizes of legends, pixels, about.
    private const int LegendRow = 27;
    private const int SymbolWidth = 60;
    private const double LetterWidth = 8.5;
    private const int LeftOfAxes = 80;

    // More entries leave no room for the curves above them.
    private const int MostBelow = 6;

    private readonly Plot _plot;
    private readonly string _quantity;
    private readonly List<(Curve Curve, LegendItem Item)> _curves = [];
    private string _across = "epoch";
    private double _lastEpoch;
    private bool _hasThinLines;
    private bool _hasEnd;

    /// <summary>An empty plot.</summary>
    /// <param name="title">Title.</param>
    /// <param name="quantity">Label of the vertical axis, with its unit.</param>
    public EpochPlot(string title, string quantity)
    {
        EmbeddedFont.Use();
        _plot = new Plot();
        _quantity = quantity;
        _plot.Title(title, 24);
        _plot.XLabel(_across, LabelSize);
        ShowQuantity(quantity);
        PlotLabels.MakePlain(_plot);
        _plot.Axes.Bottom.TickLabelStyle.FontSize = 16;
        _plot.Axes.Left.TickLabelStyle.FontSize = 16;
        _plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        _plot.Axes.Right.FrameLineStyle.Width = 0;
        _plot.Axes.Top.FrameLineStyle.Width = 0;
        _plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.08);
        _plot.Legend.FontSize = 16;
        _plot.Legend.SymbolWidth = 44;
        _plot.Legend.TightHorizontalWrapping = true;
        _plot.Legend.OutlineWidth = 0;
        _plot.Legend.ShadowColor = Colors.Transparent;
        _plot.Legend.BackgroundColor = Colors.White.WithAlpha(0.85);
    }

    /// <summary>Draws only medians and bands of several seeds.</summary>
    /// <remarks>This is for plots of many curves.</remarks>
    public bool Summary { get; init; }

    /// <summary>Writes plots beside and below each other into one PNG, and the same as SVG.</summary>
    /// <param name="path">The PNG.</param>
    /// <param name="panels">The plots, their axes set.</param>
    /// <param name="columns">Columns, or null for as many as rows.</param>
    public static void SaveGrid(string path, IReadOnlyList<EpochPlot> panels, int? columns = null)
    {
        int across = columns ?? (int)Math.Ceiling(Math.Sqrt(panels.Count));
        // A legend beside a plot takes room of its own.
        int width = PanelWidth + panels.Max(panel => panel.Beside());
        int height = PanelHeight + panels.Max(panel => panel.Below() + panel.FurtherLines());
        FigureFile.Save(path, [.. panels.Select(panel => panel._plot)], across, width, height);
    }

    /// <summary>Writes the PNG, and the same as SVG.</summary>
    /// <param name="path">The PNG.</param>
    public void Save(string path) => FigureFile.Save(path, _plot, Width + Beside(), Height + Below());

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    // Room for a legend beside the plot.
    private int Beside() => !IsBeside
        ? 0
        : LegendWidth + (int)(LetterWidth * Math.Max(
            0, _plot.Legend.ManualItems.Max(item => item.LabelText.Length) - (LegendWidth / LetterWidth / 2)));

    // Room for the further lines of the label of the horizontal axis.
    private int FurtherLines() => LabelLine * _plot.Axes.Bottom.Label.Text.Count(letter => letter == '\n');

    // Room for the further rows of a legend below it.
    private int Below() => IsBeside || _plot.Legend.Orientation == Orientation.Horizontal
        ? 0
        : LegendRow * (_plot.Legend.ManualItems.Count - 1);
}
