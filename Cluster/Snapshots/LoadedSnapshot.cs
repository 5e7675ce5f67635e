using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Network's snapshot, intact in every file.</summary>
/// <param name="Generation">The generation that took it.</param>
/// <param name="Tick">The last complete tick of all areas.</param>
/// <param name="Areas">The areas, ascending.</param>
public sealed record LoadedSnapshot(int Generation, long Tick, IReadOnlyList<AreaSnapshot> Areas);
