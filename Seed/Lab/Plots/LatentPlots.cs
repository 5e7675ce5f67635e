using PalActors.Areas.Toolkit.Readouts;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>The plane of two latent cells, a point per test sample in the colour of its class.</summary>
internal static class LatentPlots
{
    private const int MostPoints = 3000;
    private const int Side = 620;

    /// <summary>Draws a row per network: before training, and after it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">Titles, and the latents of two cells.</param>
    /// <param name="columns">Panels side by side.</param>
    public static void Draw(string path, IReadOnlyList<(string Title, LabelledFeatures Latents)> rows, int columns)
    {
        EmbeddedFont.Use();
        Multiplot grid = new();
        grid.RemovePlot(grid.GetPlot(0));
        foreach ((string title, LabelledFeatures latents) in rows)
            grid.AddPlot(Panel(title, latents));
        int down = (rows.Count + columns - 1) / columns;
        grid.Layout = new ScottPlot.MultiplotLayouts.Grid(down, columns);
        grid.SavePng(path, Side * columns, Side * down);
    }

    private static Plot Panel(string title, LabelledFeatures latents)
    {
        Plot plot = new();
        plot.Title(title, 18);
        plot.XLabel("latent cell 1", 14);
        plot.YLabel("latent cell 2", 14);
        IColormap colors = new ScottPlot.Colormaps.Turbo();
        int[] classes = latents.Classes();
        foreach (int label in classes)
        {
            Coordinates[] points =
            [
                .. Enumerable.Range(0, Math.Min(latents.Count, MostPoints))
                    .Where(i => latents.Labels[i] == label)
                    .Select(i => new Coordinates(latents[i][0], latents[i][1])),
            ];
            double share = classes.Length > 1 ? (double)Array.IndexOf(classes, label) / (classes.Length - 1) : 0;
            Markers markers = plot.Add.Markers(points, MarkerShape.FilledCircle, 3, colors.GetColor(share));
            markers.LegendText = $"{label}";
        }

        plot.Legend.FontSize = 12;
        plot.ShowLegend(Edge.Right);
        return plot;
    }
}
