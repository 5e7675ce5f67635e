using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Recovery;

/// <summary>A node that hosted areas is gone: the generation is over, and the next one goes on from the last snapshot.</summary>
public sealed class NodeLostException(NodeSeat seat) : Exception($"node {seat.Name} is gone")
{
    /// <summary>The node.</summary>
    public NodeSeat Seat { get; } = seat;
}
