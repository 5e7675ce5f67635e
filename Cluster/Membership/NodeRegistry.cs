using Akka.Actor;
using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Membership;

/// <summary>List of the nodes of a clustered run, in the order in which they came.</summary>
/// <remarks>
/// <see cref="SeedMembers"/> writes it, and the placement of areas reads it. The wanted number of nodes, first come,
/// host areas; those beyond are spares until one of the first is gone.
/// </remarks>
/// <param name="wanted">Number of nodes that areas are placed on besides this one.</param>
/// <param name="own">This process as a node, or null if it hosts no areas.</param>
public sealed class NodeRegistry(int wanted, NodeRef? own) : INodes
{
    private readonly Lock _lock = new();
    private readonly List<NodeRef> _seats = [];
    private bool _isSettled;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public event Action<NodeRef>? Gone;

    /// <summary>Raised when a node came or went, with a line for people and the number of nodes now.</summary>
    public event Action<string, int>? Changed;

    /// <summary>Number of nodes that are present.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _seats.Count;
        }
    }

    /// <summary>Names of the nodes that are present.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
                return [.. _seats.Select(seat => seat.Name)];
        }
    }

    /// <summary>Known incarnations of the node at an address.</summary>
    public IReadOnlyList<NodeRef> At(Address address)
    {
        lock (_lock)
            return [.. _seats.Where(seat => seat.Address == address)];
    }

    /// <summary>Has a run that begins go on with the nodes that are here, if there are any.</summary>
    /// <returns>True if there are.</returns>
    public bool SettleForPresent()
    {
        lock (_lock)
        {
            if (_seats.Count == 0 && own is null)
                return false;
            _isSettled = true;
            Signal();
            return true;
        }
    }

    /// <summary>Ends all events, since the run is over and nodes may leave.</summary>
    public void Close()
    {
        Changed = null;
        Gone = null;
    }

    /// <summary>Adds a node that has joined.</summary>
    public void Add(NodeRef seat)
    {
        int count;
        lock (_lock)
        {
            if (_seats.Contains(seat))
                return;
            _seats.Add(seat);
            count = _seats.Count;
            Signal();
        }

        Changed?.Invoke($"node {seat.Name} joined", count);
    }

    /// <summary>Removes nodes that are gone.</summary>
    /// <param name="which">Selects every known incarnation of the node.</param>
    public void Remove(Predicate<NodeRef> which)
    {
        NodeRef[] gone;
        int count;
        lock (_lock)
        {
            gone = [.. _seats.Where(seat => which(seat))];
            _seats.RemoveAll(which);
            count = _seats.Count;
            Signal();
        }

        foreach (NodeRef seat in gone)
        {
            Changed?.Invoke($"node {seat.Name} is gone", count);
            Gone?.Invoke(seat);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NodeRef>> GatherAsync(bool first, CancellationToken stop)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                int needed = first && !_isSettled ? wanted : own is null ? 1 : 0;
                if (_seats.Count >= needed)
                    return [.. own is null ? [] : new[] { own }, .. _seats.Take(wanted)];
                changed = _changed.Task;
            }

            await changed.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public bool Has(NodeRef seat)
    {
        lock (_lock)
            return seat == own || _seats.Contains(seat);
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
