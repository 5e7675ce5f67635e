using PalActors.Messages.Plan;

namespace PalActors.Clustering.Snapshots;

/// <summary>Origin of a snapshot, as recorded in its manifest.</summary>
/// <param name="Builds">The builds that computed the network up to it, the first one first.</param>
/// <param name="DataHash">SHA-256 of the data, lower-case hex.</param>
/// <param name="Metrics">Seal over what was measured up to its tick.</param>
public sealed record SnapshotOrigin(BuildIdentity[] Builds, string DataHash, MetricsSeal Metrics);
