using Akka.Actor;

namespace PalActors.Clustering.Nodes;

/// <summary>The only node of a run in one process, which is there as long as the run.</summary>
/// <param name="node">Its <see cref="NodeActor"/>.</param>
public sealed class LocalNode(IActorRef node) : INodes
{
    private readonly NodeRef[] _nodes = [new NodeRef("this process", node.Path.Address, 0, node, IsLocal: true)];

    /// <inheritdoc/>
    public event Action<NodeRef>? Gone
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeRef>> GatherAsync(bool first, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<NodeRef>>(_nodes);

    /// <inheritdoc/>
    public bool Has(NodeRef node) => true;
}
