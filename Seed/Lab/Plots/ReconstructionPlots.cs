using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Pairs of images: what was shown, above what the output makes of it.</summary>
internal static class ReconstructionPlots
{
    private const int PixelsPerCell = 4;
    private const int TitleHeight = 60;

    /// <summary>Draws a band of pairs per network.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bands">Titles, inputs and outputs, sample after sample.</param>
    /// <param name="side">Rows and columns of an image.</param>
    /// <param name="count">Number of samples.</param>
    public static void Draw(
        string path, IReadOnlyList<(string Title, double[] Inputs, double[] Outputs)> bands, int side, int count)
    {
        EmbeddedFont.Use();
        Multiplot grid = new();
        grid.RemovePlot(grid.GetPlot(0));
        foreach ((string title, double[] inputs, double[] outputs) in bands)
            grid.AddPlot(Band(title, inputs, outputs, side, count));
        grid.Layout = new ScottPlot.MultiplotLayouts.Grid(bands.Count, 1);
        grid.SavePng(
            path, PixelsPerCell * side * count, ((PixelsPerCell * 2 * side) + TitleHeight) * bands.Count);
    }

    private static Plot Band(string title, double[] inputs, double[] outputs, int side, int count)
    {
        double[,] pixels = new double[2 * side, side * count];
        for (int sample = 0; sample < count; sample++)
        {
            for (int at = 0; at < side * side; at++)
            {
                int row = at / side, column = (sample * side) + (at % side), from = (sample * side * side) + at;
                pixels[row, column] = Math.Clamp(inputs[from], 0, 1);
                pixels[side + row, column] = Math.Clamp(outputs[from], 0, 1);
            }
        }

        Plot plot = new();
        plot.Title(title, 18);
        Heatmap heatmap = plot.Add.Heatmap(pixels);
        heatmap.Colormap = new ScottPlot.Colormaps.Grayscale();
        heatmap.ManualRange = new ScottPlot.Range(0, 1);
        plot.HideGrid();
        plot.Axes.Bottom.IsVisible = false;
        plot.Axes.Left.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Margins(0, 0);
        return plot;
    }
}
