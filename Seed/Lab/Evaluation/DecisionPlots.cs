using System.Globalization;
using PalActors.Lab.Plots;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Evaluation;

/// <summary>The plane of Yin-Yang: classes that a network reads out as colours, test samples as dots.</summary>
internal static class DecisionPlots
{
    // So that a unit is as long across as up, and the plane fills the panel.
    private const int Width = 640;
    private const int Height = 760;
    private const int MostAcross = 3;

    // Of Okabe and Ito: yang, yin, dot.
    private static readonly (string Name, Color Ink)[] s_classes =
    [
        ("yang", Color.FromHex("#E69F00")), ("yin", Color.FromHex("#0072B2")), ("dot", Color.FromHex("#009E73")),
    ];

    /// <summary>Draws a plane per network.</summary>
    /// <param name="path">The file.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="maps">The maps.</param>
    /// <param name="samples">Test samples.</param>
    public static void Draw(
        string path, string experiment, IReadOnlyList<DecisionMap> maps,
        IReadOnlyList<(double X, double Y, int Class)> samples)
    {
        EmbeddedFont.Use();
        Plot[] panels = [.. maps.Select(map => Panel(experiment, map, samples))];
        FigureFile.SaveAndDispose(path, panels, Math.Min(MostAcross, panels.Length), Width, Height);
    }

    private static Plot Panel(
        string experiment, DecisionMap map, IReadOnlyList<(double X, double Y, int Class)> samples)
    {
        Plot plot = new();
        AddPlane(plot, map);
        int right = samples.Count(sample => map.Classes[Index(sample.Y), Index(sample.X)] == sample.Class);
        foreach ((int label, (string name, Color ink)) in s_classes.Index())
        {
            Coordinates[] points =
                [.. samples.Where(one => one.Class == label).Select(one => new Coordinates(one.X, one.Y))];
            Markers markers = plot.Add.Markers(points, MarkerShape.FilledCircle, 6, ink);
            markers.MarkerStyle.OutlineColor = Colors.White;
            markers.MarkerStyle.OutlineWidth = 1;
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = name,
                MarkerShape = MarkerShape.FilledCircle,
                MarkerSize = 12,
                MarkerColor = ink,
            });
        }

        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"{experiment}: {map.Plan.Label}, seed {map.Plan.Seed}\ncolours: class read out\n"
            + $"dots: {samples.Count} test samples, {100.0 * right / samples.Count:0.0} % on their colour");
        PlotLabels.Set(plot, title, 17, "x", "y", 18);
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 15;
        plot.HideGrid();
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.Axes.SquareUnits();
        plot.Legend.FontSize = 16;
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }

    // Samples lie in the disc, which the networks learned; beyond it the map is fainter.
    private static void AddPlane(Plot plot, DecisionMap map)
    {
        byte[,,] pixels = new byte[DecisionMap.Side, DecisionMap.Side, 3];
        for (int row = 0; row < DecisionMap.Side; row++)
        {
            for (int column = 0; column < DecisionMap.Side; column++)
            {
                Color ink = s_classes[map.Classes[row, column]].Ink;
                double x = DecisionMap.Place(column) - 0.5, y = DecisionMap.Place(row) - 0.5;
                double share = (x * x) + (y * y) <= 0.25 ? 0.5 : 0.15;
                // The first row of an image is on top.
                int top = DecisionMap.Side - 1 - row;
                pixels[top, column, 0] = Mix(ink.Red);
                pixels[top, column, 1] = Mix(ink.Green);
                pixels[top, column, 2] = Mix(ink.Blue);

                byte Mix(byte part) => (byte)Math.Round((share * part) + ((1 - share) * 255));
            }
        }

        ImageRect image = plot.Add.ImageRect(new Image(pixels), new CoordinateRect(0, 1, 0, 1));
        image.AntiAlias = false;
    }

    private static int Index(double place) => Math.Clamp((int)(place * DecisionMap.Side), 0, DecisionMap.Side - 1);
}
