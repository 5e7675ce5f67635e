using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>
/// The bytes of an area's snapshot, all little-endian: magic <c>PALSNP\r\n</c>, version (u32), length of the whole (u64), fingerprint (32 bytes), network, generation and area
/// (i32 each), tick (i64), the blocks of the state, the emitted blocks, and SHA-256 of everything before it. Blocks are their number (i32), then for each the length (u16) and text
/// (UTF-8) of its name, rows and columns (i32 each) and the row-major values (f64), whose bits are kept whatever they mean.
/// Reading checks magic, version, length and hash before it looks at anything else, and every count against the bytes present before it allocates.
/// </summary>
public static class SnapshotFormat
{
    /// <summary>Version of the layout.</summary>
    public const uint Version = 1;

    /// <summary>Bytes of a fingerprint.</summary>
    public const int FingerprintSize = SHA256.HashSizeInBytes;

    private const int VersionEnd = 8 + 4;
    private const int LengthEnd = VersionEnd + 8;
    private const int HeaderSize = LengthEnd + FingerprintSize + (3 * 4) + 8;
    private const int LeastSize = HeaderSize + (2 * 4) + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "PALSNP\r\n"u8;

    /// <summary>A snapshot as the bytes of its file.</summary>
    /// <param name="fingerprint">SHA-256 of the network's plan, 32 bytes.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">The generation that takes it.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <exception cref="ArgumentException">A number is out of range, a block's values disagree with its shape, or the whole is larger than an array can be.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> fingerprint, int network, int generation, AreaSnapshot snapshot)
    {
        AreaState state = snapshot.State;
        if (fingerprint.Length != FingerprintSize)
            throw new ArgumentException($"A fingerprint has {FingerprintSize} bytes, this has {fingerprint.Length}.", nameof(fingerprint));
        ArgumentOutOfRangeException.ThrowIfNegative(network);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        ArgumentOutOfRangeException.ThrowIfNegative(state.Area);
        ArgumentOutOfRangeException.ThrowIfNegative(state.Tick);
        long size = HeaderSize + BlockWriter.SizeOf(state.Blocks) + BlockWriter.SizeOf(snapshot.Emitted) + SHA256.HashSizeInBytes;
        if (size > Array.MaxLength)
            throw new ArgumentException($"The snapshot of area {state.Area} takes {size} bytes; at most {Array.MaxLength} fit into a file.", nameof(snapshot));

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)size);
        BlockWriter writer = new(bytes);
        writer.Bytes(Magic);
        writer.Int32((int)Version);
        writer.Int64(size);
        writer.Bytes(fingerprint);
        writer.Int32(network);
        writer.Int32(generation);
        writer.Int32(state.Area);
        writer.Int64(state.Tick);
        writer.Blocks(state.Blocks);
        writer.Blocks(snapshot.Emitted);
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes), bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes));
        return bytes;
    }

    /// <summary>The snapshot in a file's bytes.</summary>
    /// <exception cref="SnapshotFormatException">The bytes are not a whole, undamaged snapshot of this version.</exception>
    public static SnapshotFile Decode(ReadOnlySpan<byte> bytes)
    {
        BlockReader reader = Open(bytes, out SnapshotHeader header);
        StateBlock[] state = reader.Blocks();
        StateBlock[] emitted = reader.Blocks();
        if (reader.Left != 0)
            throw new SnapshotFormatException($"A snapshot ends with its last block; {reader.Left} bytes follow it.");
        return new SnapshotFile(header, new AreaSnapshot(new AreaState(header.Area, header.Tick, state), emitted));
    }

    /// <summary>Whose snapshot a file's bytes are, after the same checks of the whole as <see cref="Decode"/>; the blocks are not looked at.</summary>
    /// <exception cref="SnapshotFormatException">The bytes are not a whole, undamaged snapshot of this version.</exception>
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
            throw new SnapshotFormatException($"This is no snapshot: it begins with {Convert.ToHexStringLower(bytes[..Magic.Length])}, not {Convert.ToHexStringLower(Magic)}.");
        BlockReader head = new(bytes[Magic.Length..]);
        uint version = (uint)head.Int32();
        if (version != Version)
            throw new SnapshotFormatException($"Snapshot version {version} is unknown; this build reads version {Version}.");
        ulong length = (ulong)head.Int64();
        if (length != (ulong)bytes.Length || bytes.Length < LeastSize)
            throw new SnapshotFormatException($"The snapshot claims {length} bytes and has {bytes.Length}; the least is {LeastSize}.");
        ReadOnlySpan<byte> body = bytes[..^SHA256.HashSizeInBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        if (!hash.SequenceEqual(bytes[body.Length..]))
            throw new SnapshotFormatException("The snapshot is damaged: its SHA-256 is not the one at its end.");

        BlockReader reader = new(body[LengthEnd..]);
        header = new SnapshotHeader(Convert.ToHexStringLower(reader.Bytes(FingerprintSize)), reader.Int32(), reader.Int32(), reader.Int32(), reader.Int64());
        if (header.Network < 0 || header.Generation < 0 || header.Area < 0 || header.Tick < 0)
            throw new SnapshotFormatException($"There is no network {header.Network}, generation {header.Generation}, area {header.Area}, tick {header.Tick}.");
        return reader;
    }
}
