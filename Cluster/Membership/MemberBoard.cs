using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Membership;

/// <summary>
/// The nodes of a clustered run, in the order in which they came: written by <see cref="SeedMembers"/>, read by whoever places areas. The first ones asked for host areas; those beyond are spares until
/// one of the first is gone.
/// </summary>
/// <param name="wanted">Nodes that areas are placed on besides this one.</param>
/// <param name="own">This process as a node, or null if it hosts no areas.</param>
public sealed class MemberBoard(int wanted, NodeSeat? own) : INodes
{
    private readonly Lock _lock = new();
    private readonly List<NodeSeat> _seats = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public event Action<NodeSeat>? Gone;

    /// <summary>A node came, or went; how many there are now.</summary>
    public event Action<string, int>? Changed;

    /// <summary>Number of nodes that are there.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _seats.Count;
        }
    }

    /// <summary>The run is over: whoever goes now is not missed.</summary>
    public void Close()
    {
        Changed = null;
        Gone = null;
    }

    /// <summary>A node has joined.</summary>
    public void Add(NodeSeat seat)
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

    /// <summary>A node is gone: every incarnation of it that is known.</summary>
    public void Remove(Predicate<NodeSeat> which)
    {
        NodeSeat[] gone;
        int count;
        lock (_lock)
        {
            gone = [.. _seats.Where(seat => which(seat))];
            _seats.RemoveAll(which);
            count = _seats.Count;
            Signal();
        }

        foreach (NodeSeat seat in gone)
        {
            Changed?.Invoke($"node {seat.Name} is gone", count);
            Gone?.Invoke(seat);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NodeSeat>> GatherAsync(bool first, CancellationToken stop)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                int needed = first ? wanted : own is null ? 1 : 0;
                if (_seats.Count >= needed)
                    return [.. own is null ? [] : new[] { own }, .. _seats.Take(wanted)];
                changed = _changed.Task;
            }

            await changed.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public bool Has(NodeSeat seat)
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
