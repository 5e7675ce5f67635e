using PalActors.Messages.Control;

namespace PalActors.Clustering.Reports;

/// <summary>Traffic over the links of a network, in its generation so far.</summary>
/// <param name="Frames">Frames that areas and sources delivered.</param>
/// <param name="WireFrames">Those of them between nodes.</param>
/// <param name="WireBytes">Bytes of these.</param>
/// <param name="Waited">
/// Seconds for which the thread of the network was idle, the mean over its nodes; NaN where several threads share a
/// lane and it is not measured.
/// </param>
/// <param name="Staleness">Staleness of the links, free-running; else empty.</param>
public sealed record NetworkFigures(
    long Frames, long WireFrames, long WireBytes, double Waited, IReadOnlyList<LinkStaleness> Staleness)
{
    /// <summary>Links between nodes, with their shares of frames and bytes.</summary>
    public IReadOnlyList<LinkTraffic> Links { get; init; } = [];

    /// <summary>Figures of a network that has received nothing yet.</summary>
    public static NetworkFigures None { get; } = new(0, 0, 0, 0, []);

    /// <summary>Sums the figures of a network's areas.</summary>
    /// <param name="areas">Figures of the areas with cells.</param>
    /// <param name="nodeOfArea">Node of each of them.</param>
    public static NetworkFigures Of(IReadOnlyList<AreaFigures> areas, IReadOnlyList<int> nodeOfArea)
    {
        // Areas of a node share its lane; the latest report has the largest time.
        double waited = Enumerable.Range(0, areas.Count)
            .GroupBy(i => nodeOfArea[i])
            .Average(node => node.Max(i => areas[i].Waited));
        return new NetworkFigures(
            areas.Sum(area => area.Frames),
            areas.Sum(area => area.WireFrames),
            areas.Sum(area => area.WireBytes),
            waited,
            [.. areas.SelectMany(area => area.Staleness)])
        {
            Links = [.. areas.SelectMany(area => area.Links)],
        };
    }
}
