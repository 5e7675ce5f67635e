using System.Globalization;
using PalActors.Clustering.Reports;
using ScottPlot;
using ScottPlot.Plottables;

namespace PalActors.Lab.Plots;

/// <content>Nodes that host areas.</content>
internal static partial class GraphPlot
{
    // Characters of a node's name that a circle has room for.
    private const int LongestName = 10;

    // Of names below the areas; two levels are 1 apart.
    private const double LineHeight = 20.0 / Unit;

    private static string Node(IReadOnlyList<NodeAreas> nodes, string area) =>
        nodes.Index().FirstOrDefault(one => one.Item.Areas.Contains(area)) is { Item: { } node } found
            ? $"\n{(IsShort(node) ? node.Node : Number(found.Index))}"
            : "";

    private static bool IsShort(NodeAreas node) => node.Node.Length is > 0 and <= LongestName;

    private static string Number(int node) => string.Create(CultureInfo.InvariantCulture, $"node {node + 1}");

    // Names that are too long for a circle, a line each.
    private static string Names(IReadOnlyList<NodeAreas> nodes) => string.Join('\n', nodes.Index()
        .Where(node => node.Item.Node.Length > LongestName)
        .Select(node => $"{Number(node.Index)}: {node.Item.Node}"));

    private static void AddNames(Plot plot, string names, double left, double bottom)
    {
        Text text = plot.Add.Text(names, left + (Margin / 8), bottom + (Margin / 8));
        text.LabelFontSize = 14;
        text.LabelFontColor = Colors.Black;
        text.LabelAlignment = Alignment.LowerLeft;
    }
}
