using System.Globalization;
using PalActors.Lab.Plots;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Evaluation;

/// <summary>Confusion of classes as a map: rows are classes of samples, columns those that were read out.</summary>
internal static class ConfusionPlot
{
    private const int Cell = 48;
    private const int Margin = 160;

    // With more classes numbers and names would overlap.
    private const int MostNumbers = 20;

    /// <summary>Draws maps beside each other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maps">Titles and counts.</param>
    /// <param name="classes">Names of the classes.</param>
    public static void Draw(
        string path, IReadOnlyList<(string Title, ConfusionMatrix Counts)> maps, IReadOnlyList<string> classes)
    {
        EmbeddedFont.Use();
        int side = Math.Max(400, (Math.Min(classes.Count, MostNumbers) * Cell) + Margin);
        FigureFile.SaveAndDispose(
            path, [.. maps.Select(map => Map(map.Title, map.Counts, classes))], maps.Count, side, side);
    }

    private static Plot Map(string title, ConfusionMatrix counts, IReadOnlyList<string> classes)
    {
        int count = counts.Classes;
        double[,] shares = new double[count, count];
        for (int label = 0; label < count; label++)
        {
            int samples = Math.Max(1, counts.Samples(label));
            for (int read = 0; read < count; read++)
                shares[label, read] = (double)counts[label, read] / samples;
        }

        Plot plot = new();
        plot.Title(title, 16);
        plot.XLabel("class read out", 14);
        plot.YLabel("class of the sample", 14);
        // Black is all samples of a class.
        Heatmap map = plot.Add.Heatmap(shares);
        map.Colormap = new ScottPlot.Colormaps.GrayscaleReversed();
        map.ManualRange = new ScottPlot.Range(0, 1);
        plot.HideGrid();
        plot.Axes.Margins(0, 0);
        if (count <= MostNumbers)
            Label(plot, counts, shares, classes);
        return plot;
    }

    // A heat map has its first row on top.
    private static void Label(Plot plot, ConfusionMatrix counts, double[,] shares, IReadOnlyList<string> classes)
    {
        int count = counts.Classes;
        for (int label = 0; label < count; label++)
        {
            for (int read = 0; read < count; read++)
            {
                Text text = plot.Add.Text(
                    counts[label, read].ToString(CultureInfo.InvariantCulture), read, count - 1 - label);
                text.LabelAlignment = Alignment.MiddleCenter;
                text.LabelFontColor = shares[label, read] > 0.5 ? Colors.White : Colors.Black;
            }
        }

        plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, count).Select(one => (double)one)], [.. classes]);
        plot.Axes.Left.SetTicks([.. Enumerable.Range(0, count).Select(one => (double)one)], [.. classes.Reverse()]);
    }
}
