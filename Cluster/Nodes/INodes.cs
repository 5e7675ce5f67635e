namespace PalActors.Clustering.Nodes;

/// <summary>Nodes of a run, as they join and leave; safe for several threads.</summary>
public interface INodes
{
    /// <summary>Raised when a node is gone, on any thread.</summary>
    event Action<NodeRef>? Gone;

    /// <summary>Waits until there are enough nodes to place areas on, and returns them.</summary>
    /// <param name="first">
    /// True if the run begins: then all nodes asked for must be there; later the remaining ones are enough.
    /// </param>
    /// <param name="stop">Ends the waiting.</param>
    Task<IReadOnlyList<NodeRef>> GatherAsync(bool first, CancellationToken stop);

    /// <summary>Checks whether a node is still there.</summary>
    bool Has(NodeRef node);
}
