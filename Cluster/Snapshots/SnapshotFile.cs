using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>The content of one file: an area's snapshot and whose it is.</summary>
/// <param name="Header">Whose it is.</param>
/// <param name="Snapshot">The snapshot.</param>
public sealed record SnapshotFile(SnapshotHeader Header, AreaSnapshot Snapshot);
