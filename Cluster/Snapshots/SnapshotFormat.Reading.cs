using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <content>Reading: the whole is checked before any part of it is used, so the file is read twice.</content>
public static partial class SnapshotFormat
{
    /// <summary>Reads the snapshot in a file.</summary>
    /// <param name="source">The file, from its beginning to its end.</param>
    /// <param name="sha256">SHA-256 of the whole file as lower-case hex.</param>
    /// <exception cref="SnapshotFormatException">
    /// The bytes are not a whole, undamaged snapshot of this version.
    /// </exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static SnapshotFile Read(Stream source, out string sha256)
    {
        long length = source.Length;
        CheckLength(source, length);
        source.Position = 0;
        sha256 = CheckHash(source, length);
        source.Position = LengthEnd;
        BlockReader reader = new(source, length - LengthEnd - SHA256.HashSizeInBytes);
        SnapshotHeader header = new(
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

        StateBlock[] state = reader.Blocks();
        StateBlock[] emitted = reader.Blocks();
        if (reader.Left != 0)
            throw new SnapshotFormatException($"A snapshot ends with its last block; {reader.Left} bytes follow it.");
        return new SnapshotFile(header, new AreaSnapshot(new AreaState(header.Area, header.Tick, state), emitted));
    }

    private static void CheckLength(Stream source, long length)
    {
        if (length < LengthEnd)
            throw new SnapshotFormatException($"A snapshot has at least {LeastSize} bytes, this has {length}.");
        BlockReader reader = new(source, length);
        byte[] magic = reader.Bytes(Magic.Length);
        if (!Magic.SequenceEqual(magic))
        {
            throw new SnapshotFormatException(
                $"This is no snapshot: it begins with {Convert.ToHexStringLower(magic)}, "
                + $"not {Convert.ToHexStringLower(Magic)}.");
        }

        uint version = (uint)reader.Int32();
        if (version != Version)
        {
            throw new SnapshotFormatException(
                $"Snapshot version {version} is unknown; this build reads version {Version}.");
        }

        ulong claimed = (ulong)reader.Int64();
        if (claimed != (ulong)length || length < LeastSize)
        {
            throw new SnapshotFormatException(
                $"The snapshot claims {claimed} bytes and has {length}; the least is {LeastSize}.");
        }
    }

    // Returns the hash of the whole, with the hash at its end.
    private static string CheckHash(Stream source, long length)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[16 * 1024];
        for (long left = length - SHA256.HashSizeInBytes; left > 0;)
        {
            Span<byte> some = buffer[..(int)Math.Min(left, buffer.Length)];
            source.ReadExactly(some);
            hash.AppendData(some);
            left -= some.Length;
        }

        Span<byte> end = buffer[..SHA256.HashSizeInBytes];
        source.ReadExactly(end);
        if (!end.SequenceEqual(hash.GetCurrentHash()))
            throw new SnapshotFormatException("The snapshot is damaged: its SHA-256 is not the one at its end.");
        hash.AppendData(end);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
