namespace PalActors.Clustering.Nodes;

/// <summary>The nodes of a run, as they come and go. Safe for several threads.</summary>
public interface INodes
{
    /// <summary>A node is no longer there. Called on any thread.</summary>
    event Action<NodeSeat>? Gone;

    /// <summary>The seats to place areas on, waiting until there are enough.</summary>
    /// <param name="first">Whether the run begins: then all nodes asked for must be there; later, whatever is left will do.</param>
    /// <param name="stop">Ends the waiting.</param>
    Task<IReadOnlyList<NodeSeat>> GatherAsync(bool first, CancellationToken stop);

    /// <summary>Whether a seat is still there.</summary>
    bool Has(NodeSeat seat);
}
