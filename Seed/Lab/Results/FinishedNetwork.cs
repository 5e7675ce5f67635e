using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Content of the file of a network that ended: its end, its builds and its data.</summary>
/// <param name="Version">Version of the file.</param>
/// <param name="Fingerprint">Fingerprint of the network's plan, lower-case hex.</param>
/// <param name="End">End of the network.</param>
/// <param name="Origin">Builds, data, and the seal over its rows in metrics.csv.</param>
internal sealed record FinishedNetwork(int Version, string Fingerprint, NetworkEnd End, SnapshotOrigin Origin)
{
    /// <summary>The version that this build writes and reads.</summary>
    public const int Current = 2;

    /// <summary>A network that ended.</summary>
    public static FinishedNetwork Of(NetworkPlan plan, NetworkEnd end, SnapshotOrigin origin) =>
        new(Current, FingerprintOf(plan, origin), end, origin);

    /// <summary>Checks whether it is of a plan, with its own data and builds in place of those of now.</summary>
    public bool IsOf(NetworkPlan plan) => Fingerprint == FingerprintOf(plan, Origin);

    /// <summary>The fingerprint of a plan with the data and the first build of an origin.</summary>
    /// <returns>Lower-case hex.</returns>
    internal static string FingerprintOf(NetworkPlan plan, SnapshotOrigin origin)
    {
        string build = origin.Builds.Length > 0 ? origin.Builds[0].Hash : "";
        NetworkPlan begun = plan with { DataHash = origin.DataHash, BuildHash = build };
        return Convert.ToHexStringLower(PlanFingerprint.Compute(begun));
    }
}
