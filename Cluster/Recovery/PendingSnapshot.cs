using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Recovery;

/// <summary>Snapshot of which areas are still missing.</summary>
/// <remarks>An area is there when its state has come, or the message that a node has written it.</remarks>
/// <param name="tick">The tick.</param>
/// <param name="graph">Areas of the network.</param>
public sealed class PendingSnapshot(long tick, AreaGraph graph)
{
    private readonly AreaSnapshot?[] _states = new AreaSnapshot?[graph.WithCells.Count];
    private readonly SnapshotWritten?[] _written = new SnapshotWritten?[graph.WithCells.Count];

    /// <summary>Tick.</summary>
    public long Tick { get; } = tick;

    /// <summary>Checks whether all areas are there.</summary>
    public bool IsWhole =>
        Enumerable.Range(0, _states.Length).All(i => _states[i] is not null || _written[i] is not null);

    /// <summary>Checks whether it is being kept already.</summary>
    public bool IsBeingKept { get; set; }

    /// <summary>States of all areas, or null if nodes have written any of them.</summary>
    public IReadOnlyList<AreaSnapshot>? States => _states.Contains(null) ? null : [.. _states.OfType<AreaSnapshot>()];

    /// <summary>Messages of nodes about the areas that they have written.</summary>
    public IReadOnlyList<SnapshotWritten> Written => [.. _written.OfType<SnapshotWritten>()];

    /// <summary>Adds an area's state; one of another tick is ignored.</summary>
    public void Add(AreaSnapshot snapshot)
    {
        if (snapshot.State.Tick == Tick)
            _states[graph.PlaceOf(snapshot.State.Area)] = snapshot;
    }

    /// <summary>Adds the message that a node has written an area's state; one of another tick is ignored.</summary>
    public void Add(SnapshotWritten written)
    {
        if (written.Tick == Tick)
            _written[graph.PlaceOf(written.Area)] = written;
    }
}
