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

    // More entries leave no room for the curves.
    private const int MostInside = 6;

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

    /// <summary>Draws only medians and bands of several seeds, and uses short names in the legend.</summary>
    /// <remarks>This is for plots of many curves.</remarks>
    public bool Summary { get; init; }

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
        int across = columns ?? (int)Math.Ceiling(Math.Sqrt(panels.Count));
        int rows = (panels.Count + across - 1) / across;
        grid.Layout = new ScottPlot.MultiplotLayouts.Grid(rows, across);
        // A legend beside a plot takes room of its own.
        int width = PanelWidth + (panels.Any(panel => panel.Summary) ? LegendWidth : 0);
        grid.SavePng(path, width * across, PanelHeight * rows);
    }

    /// <summary>Writes the PNG; a legend of many entries is beside the plot.</summary>
    /// <param name="path">The file.</param>
    /// <param name="low">Lower end of the vertical axis.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="legend">Corner of the legend.</param>
    public void Save(string path, double low, double high, Alignment legend)
    {
        int width = Width;
        if (_plot.Legend.ManualItems.Count > MostInside)
        {
            FrameBeside(low, high);
            width += LegendWidth + (int)(8.5 * _plot.Legend.ManualItems.Max(item => item.LabelText.Length));
        }
        else
        {
            Frame(low, high, legend);
        }

        _plot.SavePng(path, width, Height);
    }

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();
}
