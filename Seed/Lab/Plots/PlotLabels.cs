using ScottPlot;
using ScottPlot.AxisPanels;
using ScottPlot.Panels;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Labels of a plot, all of one weight and clear of what stands beside them.</summary>
internal static class PlotLabels
{
    // The library leaves no room for the ticks of a bar, so a label would touch its numbers.
    private static readonly PixelPadding s_besideNumbers = new(12, 3);

    /// <summary>Sets title and axis labels.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="title">Title.</param>
    /// <param name="titleSize">Its size, points.</param>
    /// <param name="across">Label of the horizontal axis.</param>
    /// <param name="up">Label of the vertical axis.</param>
    /// <param name="size">Size of both, points.</param>
    public static void Set(Plot plot, string title, float titleSize, string across, string up, float size)
    {
        plot.Title(title, titleSize);
        plot.XLabel(across, size);
        plot.YLabel(up, size);
        MakePlain(plot);
    }

    /// <summary>Takes the bold weight from title and axis labels.</summary>
    public static void MakePlain(Plot plot) =>
        plot.Axes.Title.Label.Bold = plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;

    /// <summary>Adds a bar of a map's colours with a label.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="map">The map.</param>
    /// <param name="label">The label.</param>
    /// <param name="size">Its size, points.</param>
    public static ColorBar AddColorBar(Plot plot, Heatmap map, string label, float size)
    {
        ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = label;
        bar.LabelStyle.FontSize = size;
        ((AxisBase)bar.Axis).PaddingBetweenTickAndAxisLabels = s_besideNumbers;
        return bar;
    }
}
