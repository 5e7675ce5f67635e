using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Content of one file: an area's snapshot and its header.</summary>
/// <param name="Header">Network, generation, area and tick of the snapshot.</param>
/// <param name="Snapshot">The snapshot.</param>
public sealed record SnapshotFile(SnapshotHeader Header, AreaSnapshot Snapshot);
