using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Encodes an area's snapshot as the bytes of its file, and decodes it.</summary>
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

    /// <summary>Encodes a snapshot as the bytes of its file.</summary>
    /// <param name="fingerprint">SHA-256 of the network's plan, 32 bytes.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">The generation that takes it.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <exception cref="ArgumentException">
    /// A number is out of range, a block's values disagree with its shape, or the whole is larger than an array can be.
    /// </exception>
    public static byte[] Encode(ReadOnlySpan<byte> fingerprint, int network, int generation, AreaSnapshot snapshot)
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
        if (size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The snapshot of area {state.Area} takes {size} bytes; at most {Array.MaxLength} fit into a file.",
                nameof(snapshot));
        }

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
        int body = bytes.Length - SHA256.HashSizeInBytes;
        SHA256.HashData(bytes.AsSpan(0, body), bytes.AsSpan(body));
        return bytes;
    }
}
