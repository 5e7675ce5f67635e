namespace PalActors.Clustering.Snapshots;

/// <summary>Tick with an intact manifest, before its areas' files are read.</summary>
/// <param name="Tick">The last complete tick.</param>
/// <param name="Fingerprint">Fingerprint of the network's plan, lower-case hex.</param>
/// <param name="Origin">Builds, data and measures up to the tick.</param>
public sealed record KeptSnapshot(long Tick, string Fingerprint, SnapshotOrigin Origin);
