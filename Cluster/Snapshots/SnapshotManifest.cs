namespace PalActors.Clustering.Snapshots;

/// <summary>Manifest of a complete tick: the files of all areas, with lengths and hashes.</summary>
/// <remarks>It is written after all of them are on the disk.</remarks>
/// <param name="Version">Version of the manifest.</param>
/// <param name="Fingerprint">SHA-256 of the network's plan as lower-case hex.</param>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">The generation that took it.</param>
/// <param name="Tick">The last complete tick.</param>
/// <param name="Origin">Builds, data and measures up to the tick.</param>
/// <param name="Entries">The files, areas ascending.</param>
internal sealed record SnapshotManifest(
    int Version, string Fingerprint, int Network, int Generation, long Tick, SnapshotOrigin Origin,
    SnapshotEntry[] Entries)
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Current = 2;

    /// <summary>Encodes the manifest.</summary>
    public byte[] Encode() => SealedJson.Write(this);

    /// <summary>Decodes a manifest.</summary>
    /// <exception cref="SnapshotFormatException">The bytes are no whole, undamaged manifest.</exception>
    /// <exception cref="FileVersionException">They are a manifest of another version.</exception>
    public static SnapshotManifest Decode(ReadOnlySpan<byte> bytes)
    {
        SnapshotManifest manifest = SealedJson.Read<SnapshotManifest>(bytes, Current);
        SnapshotEntry[] entries = manifest.Entries;
        if (entries.Length == 0 || entries.Any(entry => entry is null) || !Ascending(entries))
            throw new SnapshotFormatException("Its entries are not one per area, areas ascending.");
        return manifest;
    }

    /// <summary>Checks whether each area comes once, in order.</summary>
    public static bool Ascending(IReadOnlyList<SnapshotEntry> entries) =>
        entries.Zip(entries.Skip(1)).All(pair => pair.First.Area < pair.Second.Area);
}
