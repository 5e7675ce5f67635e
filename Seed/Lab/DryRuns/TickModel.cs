using PalActors.Lab.Planning;

namespace PalActors.Lab.DryRuns;

/// <summary>Time per tick of a network, from what its areas and messages take.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Computing: a node computes its areas and handles their messages, on one thread or several.</item>
/// <item>Latency: an area emits tick t + 1 after it has integrated t, for which it needs the neighbour's emission of
/// tick t - d: E(t + 1) = E'(t - d) + message + computing. So around a cycle of links the times add up to the period
/// times the sum of d + 1: without delays one message per tick, with delays of d ticks one in d + 1. Windows do not
/// matter here, since an area that waits sends what it has.</item>
/// <item>Programs: threads at both ends handle one frame of a link at a time, and an area that waits sends frames that
/// are not full. Measured between two processes (docs/delays.md) one message comes in about d/2 + 1 ticks.</item>
/// <item>Wire: what a node sends or takes, over its bandwidth.</item>
/// </list>
/// <see cref="TickTime"/> puts them together.
/// </remarks>
/// <param name="Threads">Threads of a node that compute areas of this network.</param>
/// <param name="SideBySide">Networks that share the wire.</param>
/// <param name="ProgramSeconds">Seconds of a frame from one node to another, the network between them left out.</param>
/// <param name="LatencySeconds">Seconds that the network takes, one way.</param>
/// <param name="BytesPerSecond">Bandwidth of a node in each direction.</param>
internal sealed record TickModel(
    int Threads, int SideBySide, double ProgramSeconds, double LatencySeconds, double BytesPerSecond)
{
    // Sending and taking a message within a process (docs/performance.md).
    private const double LocalMessage = 0.09e-6;

    /// <summary>Seconds from an emission on one node to its use on another.</summary>
    public double MessageSeconds => ProgramSeconds + LatencySeconds;

    /// <summary>Estimates the time per tick.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seconds">Seconds per tick of each area with cells.</param>
    public TickTime Of(PlacedNetwork network, IReadOnlyList<double> seconds)
    {
        bool crosses = network.Links.Any(network.Crosses);
        int areas = network.Graph.Count;
        return new TickTime(
            [.. Enumerable.Range(0, network.Nodes).Select(node => Computing(network, seconds, node))],
            crosses ? CycleTime.Longest(areas, network.Links.Select(link => OfPrograms(network, link))) : 0,
            crosses ? CycleTime.Longest(areas, network.Links.Select(link => OfWhole(network, seconds, link))) : 0,
            Enumerable.Range(0, network.Nodes).Max(node => WireTime(network, node)));
    }

    private double Computing(PlacedNetwork network, IReadOnlyList<double> seconds, int node)
    {
        double[] areas = [.. network.Of(node).Select(area => seconds[network.Graph.PlaceOf(area.Area)])];
        IEnumerable<PlannedLink> links = network.Links.Where(link => network.NodeOfArea[link.Receiver] == node);
        double messages = links.Sum(link => LocalMessage / network.FrameTicks(link));
        return Math.Max((areas.Sum() + messages) / Threads, areas.Max());
    }

    private double WireTime(PlacedNetwork network, int node)
    {
        (double sent, double taken) = network.Wire(node);
        return SideBySide * Math.Max(sent, taken) / BytesPerSecond;
    }

    private CycleEdge OfPrograms(PlacedNetwork network, PlannedLink link) => new(
        link.Sender, link.Receiver, network.Crosses(link) ? ProgramSeconds : 0, 1 + (Delay(network, link) / 2));

    private CycleEdge OfWhole(PlacedNetwork network, IReadOnlyList<double> seconds, PlannedLink link)
    {
        double frame = link.WireBytes(network.IsFree, network.Execution) * network.FrameTicks(link) / BytesPerSecond;
        double message = network.Crosses(link) ? MessageSeconds + frame : LocalMessage;
        double computing = seconds[network.Graph.PlaceOf(link.Receiver)];
        return new CycleEdge(link.Sender, link.Receiver, message + computing, 1 + Delay(network, link));
    }

    private static double Delay(PlacedNetwork network, PlannedLink link) =>
        link.Timing.Delay + (network.IsFree ? link.Timing.Slack : 0);
}
