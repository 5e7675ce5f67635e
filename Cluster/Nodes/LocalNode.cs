using Akka.Actor;

namespace PalActors.Clustering.Nodes;

/// <summary>A run in one process: this very node, which goes only with the run.</summary>
/// <param name="node">Its <see cref="NodeActor"/>.</param>
public sealed class LocalNode(IActorRef node) : INodes
{
    private readonly NodeSeat[] _seats = [new NodeSeat("this process", node.Path.Address, 0, node, IsLocal: true)];

    /// <inheritdoc/>
    public event Action<NodeSeat>? Gone
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NodeSeat>> GatherAsync(bool first, CancellationToken stop) => Task.FromResult<IReadOnlyList<NodeSeat>>(_seats);

    /// <inheritdoc/>
    public bool Has(NodeSeat seat) => true;
}
