namespace PalActors.Clustering.Snapshots;

/// <summary>How many of a network's snapshots stay on the disk.</summary>
/// <param name="Keep">Complete ones that stay, at least 1.</param>
/// <param name="Bytes">
/// The most bytes that they take with the one that is being written; the last complete one stays in any case.
/// </param>
public sealed record SnapshotLimits(int Keep, long Bytes)
{
    /// <summary>Two, however large.</summary>
    public static SnapshotLimits Default { get; } = new(2, long.MaxValue);

    /// <summary>Number of complete snapshots that stay beside one that is written.</summary>
    /// <param name="size">Bytes of a snapshot.</param>
    public int KeptOf(long size) => (int)Math.Clamp((Bytes / Math.Max(size, 1)) - 1, 1, Keep);
}
