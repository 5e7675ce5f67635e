using PalActors.Messages.Control;

namespace PalActors.Clustering.Recovery;

/// <summary>A snapshot of which areas are still missing: their states, or word that a node has written them.</summary>
/// <param name="tick">The tick.</param>
/// <param name="areas">Number of areas.</param>
public sealed class PendingSnapshot(long tick, int areas)
{
    private readonly AreaSnapshot?[] _states = new AreaSnapshot?[areas];
    private readonly SnapshotWritten?[] _written = new SnapshotWritten?[areas];

    /// <summary>The tick.</summary>
    public long Tick { get; } = tick;

    /// <summary>Whether all areas are there.</summary>
    public bool IsWhole => Enumerable.Range(0, areas).All(i => _states[i] is not null || _written[i] is not null);

    /// <summary>Whether it is being kept already.</summary>
    public bool IsBeingKept { get; set; }

    /// <summary>All states, or null if nodes have written them.</summary>
    public IReadOnlyList<AreaSnapshot>? States => _states.Contains(null) ? null : [.. _states.OfType<AreaSnapshot>()];

    /// <summary>What nodes have written.</summary>
    public IReadOnlyList<SnapshotWritten> Written => [.. _written.OfType<SnapshotWritten>()];

    /// <summary>An area's state has come.</summary>
    public void Add(AreaSnapshot snapshot)
    {
        if (snapshot.State.Tick == Tick)
            _states[snapshot.State.Area - 1] = snapshot;
    }

    /// <summary>A node has written an area's state.</summary>
    public void Add(SnapshotWritten written)
    {
        if (written.Tick == Tick)
            _written[written.Area - 1] = written;
    }
}
