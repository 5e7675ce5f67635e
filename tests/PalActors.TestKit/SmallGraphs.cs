using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>Small plans of graphs of areas.</summary>
public static class SmallGraphs
{
    /// <summary>Two streams with an input each, that meet, and both reach the top.</summary>
    /// <param name="plan">A plan of Yin-Yang, whose areas are replaced; no value of its options is a list.</param>
    public static NetworkPlan Streams(NetworkPlan plan) => plan with
    {
        Layers = [2, 2, 6, 5, 4, 3],
        Areas =
        [
            new AreaPlan("x", [0, 2], []),
            new AreaPlan("y", [1, 3], []),
            new AreaPlan("left", [], []),
            new AreaPlan("right", [], []),
            new AreaPlan("mid", [], []),
            new AreaPlan("top", [], [0, 1, 2]),
        ],
        Pathways =
        [
            new PathwayPlan(0, 2), new PathwayPlan(1, 3), new PathwayPlan(2, 4), new PathwayPlan(3, 4),
            new PathwayPlan(2, 5), new PathwayPlan(3, 5), new PathwayPlan(4, 5),
        ],
    };

    /// <summary>The chain of a plan, written as a graph.</summary>
    public static NetworkPlan Graph(NetworkPlan plan) => plan with
    {
        Areas =
        [
            .. plan.Layers.Select((cells, area) => new AreaPlan(
                $"area{area}",
                area == 0 ? [.. Enumerable.Range(0, cells)] : [],
                area == plan.Layers.Length - 1 ? [.. Enumerable.Range(0, cells)] : [])),
        ],
        Pathways = [.. Enumerable.Range(1, plan.Layers.Length - 1).Select(area => new PathwayPlan(area - 1, area))],
    };
}
