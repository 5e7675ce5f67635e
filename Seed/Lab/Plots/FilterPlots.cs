using PalActors.Areas.Toolkit.Readouts;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Filters of an area before and after training, a row per network.</summary>
internal static class FilterPlots
{
    // Side of a filter, pixels, about.
    private const int FilterSide = 60;
    private const int Margin = 20;
    private const int TitleHeight = 60;
    private const int LeastWidth = 420;

    /// <summary>Draws the figure.</summary>
    /// <param name="path">The file.</param>
    /// <param name="panels">Titles, shapes and weights, row by row.</param>
    /// <param name="columns">Panels side by side.</param>
    public static void Draw(
        string path, IReadOnlyList<(string Title, FilterBank Bank, double[] Weights)> panels, int columns)
    {
        EmbeddedFont.Use();
        Multiplot grid = new();
        grid.RemovePlot(grid.GetPlot(0));
        int width = LeastWidth, height = 0;
        foreach ((string title, FilterBank bank, double[] weights) in panels)
        {
            int zoom = Math.Max(1, FilterSide / Math.Max(bank.Height, bank.Width));
            byte[,,] pixels = FilterImage.Draw(bank, weights, zoom);
            grid.AddPlot(Panel(title, pixels));
            width = Math.Max(width, pixels.GetLength(1) + (2 * Margin));
            height = Math.Max(height, pixels.GetLength(0) + Margin + TitleHeight);
        }

        int down = (panels.Count + columns - 1) / columns;
        grid.Layout = new ScottPlot.MultiplotLayouts.Grid(down, columns);
        grid.SavePng(path, width * columns, height * down);
    }

    private static Plot Panel(string title, byte[,,] pixels)
    {
        Plot plot = new();
        plot.Title(title, 18);
        ImageRect image = plot.Add.ImageRect(
            new Image(pixels), new CoordinateRect(0, pixels.GetLength(1), 0, pixels.GetLength(0)));
        image.AntiAlias = false;
        plot.HideGrid();
        plot.Axes.Bottom.IsVisible = false;
        plot.Axes.Left.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        // The title belongs to the upper axis, whose line alone goes.
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.SetLimits(0, pixels.GetLength(1), 0, pixels.GetLength(0));
        plot.Axes.SquareUnits();
        return plot;
    }
}
