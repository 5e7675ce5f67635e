using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <content>Decoding: the whole is checked before any part of it is used.</content>
public static partial class SnapshotFormat
{
    /// <summary>Decodes the snapshot in a file's bytes.</summary>
    /// <exception cref="SnapshotFormatException">
    /// The bytes are not a whole, undamaged snapshot of this version.
    /// </exception>
    public static SnapshotFile Decode(ReadOnlySpan<byte> bytes)
    {
        BlockReader reader = Open(bytes, out SnapshotHeader header);
        StateBlock[] state = reader.Blocks();
        StateBlock[] emitted = reader.Blocks();
        if (reader.Left != 0)
            throw new SnapshotFormatException($"A snapshot ends with its last block; {reader.Left} bytes follow it.");
        return new SnapshotFile(header, new AreaSnapshot(new AreaState(header.Area, header.Tick, state), emitted));
    }

    /// <summary>Reads the header in a file's bytes; the blocks are left out.</summary>
    /// <remarks>The whole is checked in the same way as by <see cref="Decode"/>.</remarks>
    /// <exception cref="SnapshotFormatException">
    /// The bytes are not a whole, undamaged snapshot of this version.
    /// </exception>
    public static SnapshotHeader ReadHeader(ReadOnlySpan<byte> bytes)
    {
        Open(bytes, out SnapshotHeader header);
        return header;
    }

    // The reader stands at the first block and ends before the hash.
    private static BlockReader Open(ReadOnlySpan<byte> bytes, out SnapshotHeader header)
    {
        if (bytes.Length < LengthEnd)
            throw new SnapshotFormatException($"A snapshot has at least {LeastSize} bytes, this has {bytes.Length}.");
        if (!bytes.StartsWith(Magic))
        {
            throw new SnapshotFormatException(
                $"This is no snapshot: it begins with {Convert.ToHexStringLower(bytes[..Magic.Length])}, "
                + $"not {Convert.ToHexStringLower(Magic)}.");
        }

        BlockReader head = new(bytes[Magic.Length..]);
        uint version = (uint)head.Int32();
        if (version != Version)
        {
            throw new SnapshotFormatException(
                $"Snapshot version {version} is unknown; this build reads version {Version}.");
        }

        ulong length = (ulong)head.Int64();
        if (length != (ulong)bytes.Length || bytes.Length < LeastSize)
        {
            throw new SnapshotFormatException(
                $"The snapshot claims {length} bytes and has {bytes.Length}; the least is {LeastSize}.");
        }

        ReadOnlySpan<byte> body = bytes[..^SHA256.HashSizeInBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        if (!hash.SequenceEqual(bytes[body.Length..]))
            throw new SnapshotFormatException("The snapshot is damaged: its SHA-256 is not the one at its end.");

        BlockReader reader = new(body[LengthEnd..]);
        header = new SnapshotHeader(
            Convert.ToHexStringLower(reader.Bytes(FingerprintSize)),
            reader.Int32(),
            reader.Int32(),
            reader.Int32(),
            reader.Int64());
        if (header.Network < 0 || header.Generation < 0 || header.Area < 0 || header.Tick < 0)
        {
            throw new SnapshotFormatException(
                $"There is no network {header.Network}, generation {header.Generation}, area {header.Area}, "
                + $"tick {header.Tick}.");
        }

        return reader;
    }
}
