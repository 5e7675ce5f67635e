namespace PalActors.Clustering.Snapshots;

/// <summary>Content of <c>generation.json</c>: the last generation that was taken.</summary>
/// <param name="Version">Version of the file.</param>
/// <param name="Fingerprint">SHA-256 of the network's plan as lower-case hex.</param>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">The generation.</param>
internal sealed record GenerationFile(int Version, string Fingerprint, int Network, int Generation)
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Current = 2;

    /// <summary>Encodes the file.</summary>
    public byte[] Encode() => SealedJson.Write(this);

    /// <summary>Decodes the file.</summary>
    /// <exception cref="SnapshotFormatException">The bytes are no whole, undamaged file.</exception>
    /// <exception cref="FileVersionException">They are a file of another version.</exception>
    public static GenerationFile Decode(ReadOnlySpan<byte> bytes)
    {
        GenerationFile file = SealedJson.Read<GenerationFile>(bytes, Current);
        return file.Generation is > 0 and < int.MaxValue
            ? file
            : throw new SnapshotFormatException($"There is no generation after {file.Generation}.");
    }
}
