using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Recovery;

/// <summary>Loss of a node that hosted areas.</summary>
/// <remarks>The generation is over, and the next one goes on from the last snapshot.</remarks>
/// <param name="seat">The node.</param>
public sealed class NodeLostException(NodeRef seat) : Exception($"node {seat.Name} is gone")
{
    /// <summary>Node.</summary>
    public NodeRef Seat { get; } = seat;

    /// <summary>True if only the node's host of the network is known to have ended.</summary>
    public bool OnlyHost { get; init; }
}
