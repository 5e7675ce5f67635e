using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Writes an area's snapshot to a file, block by block, and reads it.</summary>
/// <remarks>
/// The layout, all little-endian: magic <c>PALSNP\r\n</c>, version (u32), length of the whole (u64), fingerprint (32
/// bytes), network, generation and area (i32 each), tick (i64), the blocks of the state, the emitted blocks, and
/// SHA-256 of everything before it. Blocks are their number (i32), then for each the length (u16) and text (UTF-8) of
/// its name, rows and columns (i32 each) and the row-major values (f64), whose bits are kept whatever they mean.
/// Reading checks magic, version, length and hash before it looks at anything else, and every count against the bytes
/// present before it allocates.
/// </remarks>
public static partial class SnapshotFormat
{
    /// <summary>Version of the layout.</summary>
    public const uint Version = 2;

    /// <summary>Bytes of a fingerprint.</summary>
    public const int FingerprintSize = SHA256.HashSizeInBytes;

    private const int VersionEnd = 8 + 4;
    private const int LengthEnd = VersionEnd + 8;
    private const int HeaderSize = LengthEnd + FingerprintSize + (3 * 4) + 8;
    private const int LeastSize = HeaderSize + (2 * 4) + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Magic => "PALSNP\r\n"u8;

    /// <summary>Writes a snapshot.</summary>
    /// <param name="target">Takes the bytes of the file.</param>
    /// <param name="fingerprint">SHA-256 of the network's plan, 32 bytes.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">The generation that takes it.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <exception cref="ArgumentException">
    /// A number is out of range, or a block's values disagree with its shape; nothing was written.
    /// </exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public static SnapshotEntry Write(
        Stream target, ReadOnlySpan<byte> fingerprint, int network, int generation, AreaSnapshot snapshot)
    {
        AreaState state = snapshot.State;
        if (fingerprint.Length != FingerprintSize)
        {
            throw new ArgumentException(
                $"A fingerprint has {FingerprintSize} bytes, this has {fingerprint.Length}.",
                nameof(fingerprint));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(network);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        ArgumentOutOfRangeException.ThrowIfNegative(state.Area);
        ArgumentOutOfRangeException.ThrowIfNegative(state.Tick);
        long blocks = BlockWriter.SizeOf(state.Blocks) + BlockWriter.SizeOf(snapshot.Emitted);
        long size = HeaderSize + blocks + SHA256.HashSizeInBytes;
        using BlockWriter writer = new(target);
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
        writer.Bytes(writer.Hash);
        return new SnapshotEntry(state.Area, size, Convert.ToHexStringLower(writer.Hash));
    }
}
