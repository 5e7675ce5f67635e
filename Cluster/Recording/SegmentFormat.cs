using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PalActors.Clustering.Recording;

/// <summary>Encodes and decodes the parts of a segment of a recording.</summary>
/// <remarks>
/// The layout, all little-endian:
/// <list type="bullet">
/// <item>
/// header: magic <c>PALREC\r\n</c>, version (i32), number of the segment (i32), length (i32) and text of the
/// description (JSON, UTF-8), seal;
/// </item>
/// <item>
/// records: length of the payload (i32, above 0), payload, seal; the payload is area, entry, offset, width, records,
/// values (i32 each), ticks (i64), values (f64);
/// </item>
/// <item>
/// footer of a closed segment: 0 (i32), number of records (i64), length of the file (i64), SHA-256 of all bytes before
/// the hash.
/// </item>
/// </list>
/// A seal is the first eight bytes of the SHA-256 of all bytes of its header or record before it: it distinguishes the
/// whole records of a segment that was never closed from a torn one.
/// </remarks>
internal static partial class SegmentFormat
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Version = 2;

    /// <summary>Bytes of a seal.</summary>
    public const int SealSize = 8;

    /// <summary>Bytes of a footer.</summary>
    public const int FooterSize = 4 + 8 + 8 + SHA256.HashSizeInBytes;

    /// <summary>Extension of a closed segment.</summary>
    public const string Closed = ".seg";

    /// <summary>Extension of the segment being written.</summary>
    public const string Open = ".open";

    /// <summary>First bytes of every segment.</summary>
    public static ReadOnlySpan<byte> Magic => "PALREC\r\n"u8;

    /// <summary>Encodes the header of a segment.</summary>
    public static byte[] Header(int number, RecordingDescription description)
    {
        byte[] text = description.Encode();
        byte[] bytes = new byte[Magic.Length + 12 + text.Length + SealSize];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), text.Length);
        text.CopyTo(bytes, 20);
        Seal(bytes.AsSpan(0, bytes.Length - SealSize), bytes.AsSpan(bytes.Length - SealSize));
        return bytes;
    }

    /// <summary>Computes the seal of bytes.</summary>
    public static void Seal(ReadOnlySpan<byte> bytes, Span<byte> seal)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        hash[..SealSize].CopyTo(seal);
    }

    /// <summary>Checks whether a seal is that of the bytes.</summary>
    public static bool Sealed(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> seal)
    {
        Span<byte> expected = stackalloc byte[SealSize];
        Seal(bytes, expected);
        return expected.SequenceEqual(seal);
    }
}
