using System.Globalization;
using PalActors.Lab.Weights;
using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Maps of weights: a row per area, a column per kind of matrix, colours around 0.</summary>
internal static class WeightPlots
{
    private const int Width = 460;
    private const int Height = 420;

    /// <summary>Draws the maps.</summary>
    /// <param name="path">The file.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="networks">Names of networks, where their weights come from, and the matrices.</param>
    /// <returns>False if there is no matrix.</returns>
    public static bool Draw(
        string path, string experiment,
        IReadOnlyList<(string Name, string Source, IReadOnlyList<StoredMatrix> Matrices)> networks)
    {
        StoredMatrix[] all = [.. networks.SelectMany(network => network.Matrices)];
        if (all.Length == 0)
            return false;
        EmbeddedFont.Use();
        string[] kinds = [.. all.Select(matrix => matrix.Name).Distinct().OrderBy(Rank).ThenBy(name => name)];
        List<Plot> panels = [];
        foreach ((string name, string source, IReadOnlyList<StoredMatrix> matrices) in networks)
        {
            foreach (IGrouping<string, StoredMatrix> area in matrices.GroupBy(matrix => matrix.Area))
            {
                panels.AddRange(kinds.Select(kind => area.FirstOrDefault(matrix => matrix.Name == kind) is { } matrix
                    ? Map($"{experiment}: {name}, {area.Key.Replace('_', ' ')}, {source}", matrix)
                    : Empty()));
            }
        }

        FigureFile.SaveAndDispose(path, panels, kinds.Length, Width, Height);
        return true;
    }

    // Forward weights first, then those of the interneurons and the feedback.
    private static int Rank(string name) =>
        "WPBQ".IndexOf(NetworkWeights.BaseName(name)[0]) is var at and >= 0 ? at : int.MaxValue;

    private static Plot Map(string where, StoredMatrix matrix)
    {
        double[,] values = new double[matrix.Rows, matrix.Columns];
        for (int i = 0; i < matrix.Values.Length; i++)
            values[i / matrix.Columns, i % matrix.Columns] = matrix.Values[i];
        double largest = matrix.Values.Max(Math.Abs);
        Plot plot = new();
        Heatmap map = plot.Add.Heatmap(values);
        // Blue, white, red: negative, zero, positive, also for colour-blind readers.
        map.Colormap = new ScottPlot.Colormaps.Balance();
        map.ManualRange = largest > 0 ? new ScottPlot.Range(-largest, largest) : new ScottPlot.Range(-1, 1);
        ColorBar bar = plot.Add.ColorBar(map);
        bar.Axis.TickLabelStyle.FontSize = 13;
        string title = string.Create(
            CultureInfo.InvariantCulture, $"{matrix.Name}   ({matrix.Rows} x {matrix.Columns})\n{where}");
        PlotLabels.Set(plot, title, 14, "from cell", "to cell", 14);
        (double[] places, string[] labels) = Ticks(matrix.Columns);
        plot.Axes.Bottom.SetTicks(places, labels);
        // The first row is on top.
        (places, labels) = Ticks(matrix.Rows);
        plot.Axes.Left.SetTicks([.. places.Select(place => matrix.Rows - 1 - place)], labels);
        plot.HideGrid();
        plot.Axes.Margins(0, 0);
        return plot;
    }

    private static Plot Empty()
    {
        Plot plot = new();
        plot.HideAxesAndGrid();
        return plot;
    }

    // Cells are numbered from 0, as in recordings.
    private static (double[] Places, string[] Labels) Ticks(int count)
    {
        int step = count <= 6 ? 1 : (int)Math.Ceiling(count / 5.0);
        int[] cells = [.. Enumerable.Range(0, count).Where(cell => cell % step == 0)];
        return (
            [.. cells.Select(cell => (double)cell)],
            [.. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))]);
    }
}
