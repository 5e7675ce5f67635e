using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Planning;

/// <summary>Links between the areas of a network, from sizes and delays alone.</summary>
internal static class PlannedLinks
{
    /// <summary>The links of each pathway up and down, and those from a top area to each hidden one.</summary>
    /// <param name="areas">Footprints of the areas with cells.</param>
    /// <param name="links">Delays and their variation.</param>
    public static IReadOnlyList<PlannedLink> Of(IReadOnlyList<AreaFootprint> areas, LinkOptions links)
    {
        AreaGraph graph = links.Graph;
        List<PlannedLink> all = [];
        foreach (Pathway pathway in graph.Feedback)
        {
            long up = areas[graph.PlaceOf(pathway.From)].ValuesUp, down = areas[graph.PlaceOf(pathway.To)].ValuesDown;
            if (up > 0)
                all.Add(new PlannedLink(pathway.From, pathway.To, IsUp: true, up, links.Up(pathway)));
            if (down > 0)
                all.Add(new PlannedLink(pathway.From, pathway.To, IsUp: false, down, links.Down(pathway)));
        }

        AreaFootprint top = areas[^1];
        if (top.ValuesToAll > 0)
        {
            all.AddRange(graph.Hidden.Select(hidden => new PlannedLink(
                hidden, top.Area, IsUp: false, top.ValuesToAll, Broadcast(links, hidden))));
        }

        return all;
    }

    // In a chain: the delays of all links down to the area; the way back leads up over the areas between.
    private static LinkTiming Broadcast(LinkOptions links, int hidden)
    {
        LinkTiming[] down =
            [.. links.Graph.Hidden.Where(area => area >= hidden).Select(area => links.Down(links.PathwayAbove(area)))];
        return new LinkTiming(
            down.Sum(link => link.Delay),
            down.Sum(link => link.Back) + down.Length - 1,
            down[0].Slack,
            down.Sum(link => link.SlackBack));
    }
}
