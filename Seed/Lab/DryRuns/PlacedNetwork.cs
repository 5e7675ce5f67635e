using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>Network that is planned, with its areas on nodes.</summary>
/// <param name="Graph">Its areas and pathways.</param>
/// <param name="Areas">Footprints of the areas with cells.</param>
/// <param name="Links">Links between them.</param>
/// <param name="IsFree">True if the areas are free-running.</param>
/// <param name="NodeOfArea">Node of each area.</param>
/// <param name="Execution">Window and size of messages.</param>
internal sealed record PlacedNetwork(
    AreaGraph Graph,
    IReadOnlyList<AreaFootprint> Areas,
    IReadOnlyList<PlannedLink> Links,
    bool IsFree,
    int[] NodeOfArea,
    ExecutionOptions Execution)
{
    /// <summary>Number of nodes that host areas.</summary>
    public int Nodes => NodeOfArea.Max() + 1;

    /// <summary>True if a link leads to another node.</summary>
    public bool Crosses(PlannedLink link) => NodeOfArea[link.Sender] != NodeOfArea[link.Receiver];

    /// <summary>Ticks that a frame of a link holds.</summary>
    public int FrameTicks(PlannedLink link) => link.FrameTicks(IsFree, !Crosses(link), Execution);

    /// <summary>Bytes per tick that a node sends to others, and takes from them.</summary>
    public (double Sent, double Taken) Wire(int node)
    {
        double sent = 0, taken = 0;
        foreach (PlannedLink link in Links.Where(Crosses))
        {
            double bytes = link.WireBytes(IsFree, Execution);
            sent += NodeOfArea[link.Sender] == node ? bytes : 0;
            taken += NodeOfArea[link.Receiver] == node ? bytes : 0;
        }

        return (sent, taken);
    }

    /// <summary>Areas of a node.</summary>
    public IEnumerable<AreaFootprint> Of(int node) => Areas.Where(area => NodeOfArea[area.Area] == node);

    /// <summary>The same network with another delay of all links.</summary>
    /// <param name="delay">The delay, ticks.</param>
    public PlacedNetwork WithDelay(int delay) => this with
    {
        Links =
        [
            .. Links.Select(link => link with
            {
                Timing = new LinkTiming(delay, delay, link.Timing.Slack, link.Timing.SlackBack),
            }),
        ],
    };
}
