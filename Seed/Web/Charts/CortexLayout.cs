using PalActors.Lab.Plots;
using PalActors.Messages.Plan;

namespace PalActors.Web.Charts;

/// <summary>Places of a graph's areas in the drawing of the cortex: inputs below, each area above those before it.
/// </summary>
internal sealed class CortexLayout
{
    private const double Margin = 40;

    /// <summary>Places the areas of a graph.</summary>
    public CortexLayout(AreaGraph graph)
    {
        int[] levels = GraphPlot.Levels(graph);
        int height = levels.Max() + 1;
        IsDense = graph.Count > 16;
        int largest = Enumerable.Range(0, graph.Count).Max(area => graph.Cells[area]);
        (double small, double large) = IsDense ? (12, 22) : (30, 56);
        Radius =
        [
            .. graph.Cells.Select(cells => small + ((large - small) * Math.Sqrt((double)cells / largest))),
        ];
        double rise = IsDense ? 70 : 184, spread = IsDense ? 110 : 230;
        int widest = levels.GroupBy(level => level).Max(level => level.Count());
        Width = Math.Max(IsDense ? 300 : 460, (widest * spread) + (2 * Margin));
        Height = ((height - 1) * rise) + (2 * (large + Margin));
        X = new double[graph.Count];
        Y = new double[graph.Count];
        foreach (IGrouping<int, int> level in Enumerable.Range(0, graph.Count).GroupBy(area => levels[area]))
        {
            int[] areas = [.. level];
            for (int i = 0; i < areas.Length; i++)
            {
                double aside = (i - ((areas.Length - 1) / 2.0)) * spread;
                // A lone area that pathways pass by stands aside.
                if (areas.Length == 1 && IsPassedBy(graph, levels, level.Key))
                    aside = spread / 2;
                X[areas[i]] = (Width / 2) + aside;
                Y[areas[i]] = Height - large - Margin - (level.Key * rise);
            }
        }
    }

    /// <summary>True if areas are drawn small.</summary>
    public bool IsDense { get; }

    /// <summary>Width of the drawing.</summary>
    public double Width { get; }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Position across of each area.</summary>
    public double[] X { get; }

    /// <summary>Position down of each area.</summary>
    public double[] Y { get; }

    /// <summary>Radius of each area.</summary>
    public double[] Radius { get; }

    private static bool IsPassedBy(AreaGraph graph, int[] levels, int level) => graph.Pathways.Any(pathway =>
        Math.Min(levels[pathway.From], levels[pathway.To]) < level
        && Math.Max(levels[pathway.From], levels[pathway.To]) > level);
}
