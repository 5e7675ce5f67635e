using System.Globalization;
using PalActors.Areas.Contract.Links;
using PalActors.Clustering.Reports;
using PalActors.Messages.Plan;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <summary>Picture of a graph of areas: inputs below, each area above those that lead to it.</summary>
internal static partial class GraphPlot
{
    // Pixels between two levels, and between two areas of one: the same, so that a circle is one.
    internal const int Unit = 240;

    // Diameter of an area, pixels.
    internal const float Circle = 120;

    // More numbers would leave the circle.
    private const int MostColumns = 3;

    // Free space round the outermost areas.
    private const double Margin = 0.8;

    // Distance from the centre of an area at which arrows end; two levels are 1 apart.
    private const double Gap = (Circle / 2 / Unit) + 0.01;

    private static readonly double[] s_aside = [0, 0.35, -0.35, 0.7, -0.7];

    /// <summary>Draws a graph into a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="plan">A network.</param>
    /// <param name="nodes">Nodes with their areas; those without a name, or with a long one, are numbered.</param>
    public static void Draw(string path, NetworkPlan plan, params IReadOnlyList<NodeAreas> nodes)
    {
        EmbeddedFont.Use();
        AreaGraph graph = plan.Graph;
        using Plot plot = new();
        plot.HideAxesAndGrid();
        Coordinates[] places = Places(graph);
        LinkOptions links = LinkOptions.Of(plan);
        foreach (Pathway pathway in graph.Pathways)
        {
            bool isPaired = graph.Between(pathway.To, pathway.From) is not null;
            Add(plot, places[pathway.From], places[pathway.To], isPaired, Label(links, pathway));
        }

        for (int area = 0; area < graph.Count; area++)
            Add(plot, graph, area, places[area], Node(nodes, graph.Name(area)));
        double left = places.Min(place => place.X), right = places.Max(place => place.X);
        double top = places.Max(place => place.Y);
        string names = Names(nodes);
        double bottom = -Margin - (names.Length == 0 ? 0 : LineHeight * (names.Count(one => one == '\n') + 1));
        if (names.Length > 0)
            AddNames(plot, names, left - Margin, bottom);
        // Without a frame the whole picture is the plane of the areas, at one scale both ways.
        plot.Layout.Frameless();
        plot.Axes.SetLimits(left - Margin, right + Margin, bottom, top + Margin);
        FigureFile.Save(
            path, plot, Pixels(right - left + (2 * Margin)), Pixels(top + Margin - bottom), margin: 0);

        static int Pixels(double extent) => (int)Math.Round(Unit * extent);
    }

    /// <summary>Height of each area: inputs 0, others one above the highest of the earlier areas below.</summary>
    internal static int[] Levels(AreaGraph graph)
    {
        int[] levels = new int[graph.Count];
        // In the order of their numbers, so a pathway that leads back counts for none.
        foreach (int area in graph.WithCells)
        {
            IEnumerable<int> below = graph.In(area).Where(p => p.From < area).Select(p => levels[p.From]);
            levels[area] = below.DefaultIfEmpty(0).Max() + 1;
        }

        return levels;
    }

    // Areas of a level stand beside each other; the level is moved aside where pathways would cross its areas.
    internal static Coordinates[] Places(AreaGraph graph)
    {
        int[] levels = Levels(graph);
        Coordinates[] places = new Coordinates[graph.Count];
        IGrouping<int, int>[] all = [.. Enumerable.Range(0, graph.Count).GroupBy(area => levels[area])];
        foreach (IGrouping<int, int> level in all)
            Put(level, 0);
        foreach (IGrouping<int, int> level in all.Concat(all))
            Put(level, s_aside.MinBy(aside => Put(level, aside)));
        return places;

        // Returns how many pathways cross areas then.
        int Put(IGrouping<int, int> level, double aside)
        {
            int[] areas = [.. level];
            for (int i = 0; i < areas.Length; i++)
                places[areas[i]] = new Coordinates(i - ((areas.Length - 1) / 2.0) + aside, level.Key);
            return graph.Pathways.Sum(pathway => Enumerable.Range(0, graph.Count).Count(area =>
                area != pathway.From && area != pathway.To
                && Crosses(places[pathway.From], places[pathway.To], places[area])));
        }
    }

    private static bool Crosses(Coordinates from, Coordinates to, Coordinates place)
    {
        double x = to.X - from.X, y = to.Y - from.Y;
        double along = (((place.X - from.X) * x) + ((place.Y - from.Y) * y)) / ((x * x) + (y * y));
        double nearX = from.X + (along * x) - place.X, nearY = from.Y + (along * y) - place.Y;
        return along is > 0 and < 1 && (nearX * nearX) + (nearY * nearY) < Gap * Gap;
    }

    private static string Label(LinkOptions links, Pathway pathway)
    {
        if (!pathway.HasFeedback)
            return "";
        (int up, int down) = (links.DelayUp[pathway], links.DelayDown[pathway]);
        return up == 0 && down == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{up} up, {down} down");
    }

    private static void Add(Plot plot, Coordinates from, Coordinates to, bool isPaired, string label)
    {
        double length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        double x = (to.X - from.X) / length, y = (to.Y - from.Y) / length;
        // A pathway and one that leads back lie on different sides.
        double aside = isPaired ? 0.05 : 0;
        Coordinates start = new(from.X + (Gap * x) + (aside * y), from.Y + (Gap * y) - (aside * x));
        Coordinates tip = new(to.X - (Gap * x) + (aside * y), to.Y - (Gap * y) - (aside * x));
        Arrow arrow = plot.Add.Arrow(start, tip);
        arrow.ArrowLineWidth = 0;
        arrow.ArrowFillColor = Colors.Gray;
        arrow.ArrowWidth = 3;
        arrow.ArrowheadWidth = 14;
        arrow.ArrowheadLength = 18;
        if (label.Length == 0)
            return;
        Text text = plot.Add.Text(label, (start.X + tip.X) / 2, (start.Y + tip.Y) / 2);
        text.LabelFontSize = 15;
        text.LabelFontColor = Colors.Black;
        text.LabelBackgroundColor = Colors.White.WithAlpha(0.85);
        text.LabelAlignment = Alignment.MiddleCenter;
    }

    private static string Name(AreaGraph graph, int area) => !graph.IsChain ? graph.Name(area)
        : graph.IsInput(area) ? "input"
        : $"area {graph.Name(area)}";

    private static string Columns(IReadOnlyList<int> columns) =>
        columns.Count > 1 && columns[^1] - columns[0] == columns.Count - 1
            ? string.Create(CultureInfo.InvariantCulture, $"columns {columns[0]}-{columns[^1]}")
            : columns.Count <= MostColumns ? $"columns {string.Join(", ", columns)}"
            : string.Create(CultureInfo.InvariantCulture, $"{columns.Count} columns");

    private static void Add(Plot plot, AreaGraph graph, int area, Coordinates place, string node)
    {
        Marker marker = plot.Add.Marker(place, MarkerShape.FilledCircle, Circle);
        marker.Color = Color.FromHex(
            graph.IsInput(area) ? "#E4E4E4" : graph.IsTargeted(area) ? "#F2C8B0" : "#BFD9EE");
        string what = graph.IsInput(area)
            ? Columns(graph.InputColumns(area))
            : $"{graph.Cells[area]} cells{(graph.IsTargeted(area) ? ", target" : "")}";
        Text text = plot.Add.Text($"{Name(graph, area)}\n{what}{node}", place);
        text.LabelFontSize = 15;
        text.LabelFontColor = Colors.Black;
        text.LabelAlignment = Alignment.MiddleCenter;
    }
}
