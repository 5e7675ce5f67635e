namespace PalActors.Clustering.Snapshots;

/// <summary>Header of an area's snapshot: experiment, network, generation, area and tick.</summary>
/// <param name="Fingerprint">
/// SHA-256 of the network's plan as lower-case hex, see <see cref="PlanFingerprint"/>.
/// </param>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">The generation that took it.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">The last complete tick.</param>
public sealed record SnapshotHeader(string Fingerprint, int Network, int Generation, int Area, long Tick);
