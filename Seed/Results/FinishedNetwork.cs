using PalActors.Clustering.Snapshots;

namespace PalActors.Seed.Results;

/// <summary>Content of a file of a network that ended: how, and from which builds and data.</summary>
/// <param name="Version">Version of the file.</param>
/// <param name="End">How the network ended.</param>
/// <param name="Origin">Builds, data, and the seal over its rows in metrics.csv.</param>
public sealed record FinishedNetwork(int Version, NetworkEnd End, SnapshotOrigin Origin)
{
    /// <summary>The version that this build writes and reads.</summary>
    public const int Current = 2;
}
