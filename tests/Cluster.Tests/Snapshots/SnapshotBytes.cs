using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>Snapshots as the bytes of their files.</summary>
internal static class SnapshotBytes
{
    public static byte[] Encode(ReadOnlySpan<byte> fingerprint, int network, int generation, AreaSnapshot snapshot)
    {
        using MemoryStream stream = new();
        SnapshotFormat.Write(stream, fingerprint, network, generation, snapshot);
        return stream.ToArray();
    }

    public static SnapshotFile Decode(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return SnapshotFormat.Read(stream, out _);
    }
}
