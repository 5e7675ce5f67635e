using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <summary>
/// The bytes of a segment of a recording, all little-endian:
/// <list type="bullet">
/// <item>header: magic <c>PALREC\r\n</c>, version (i32), number of the segment (i32), length (i32) and text of the description (JSON, UTF-8), seal;</item>
/// <item>records: length of the payload (i32, above 0), payload, seal; the payload is area, entry, offset, width, records, values (i32 each), ticks (i64), values (f64);</item>
/// <item>footer of a closed segment: 0 (i32), number of records (i64), length of the file (i64), SHA-256 of all bytes before the hash.</item>
/// </list>
/// A seal is the first eight bytes of the SHA-256 of what it follows: with it the whole records of a segment that was never closed can be told from a torn one.
/// </summary>
internal static class SegmentFormat
{
    public const int Version = 2;
    public const int SealSize = 8;
    public const int FooterSize = 4 + 8 + 8 + SHA256.HashSizeInBytes;
    public const string Closed = ".seg";
    public const string Open = ".open";

    private const int Fixed = 6 * 4;

    public static ReadOnlySpan<byte> Magic => "PALREC\r\n"u8;

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

    public static byte[] Record(RecordedBlock block)
    {
        int payload = Fixed + (8 * (block.Ticks.Length + block.Values.Length));
        byte[] bytes = new byte[4 + payload + SealSize];
        Span<int> heads = [payload, block.Area, block.Entry, block.Offset, block.Width, block.Ticks.Length, block.Values.Length];
        MemoryMarshal.AsBytes(heads).CopyTo(bytes);
        MemoryMarshal.AsBytes(block.Ticks.AsSpan()).CopyTo(bytes.AsSpan(4 + Fixed));
        MemoryMarshal.AsBytes(block.Values.AsSpan()).CopyTo(bytes.AsSpan(4 + Fixed + (8 * block.Ticks.Length)));
        Seal(bytes.AsSpan(0, 4 + payload), bytes.AsSpan(4 + payload));
        return bytes;
    }

    /// <summary>The record that begins there, or null if no whole one does.</summary>
    public static RecordedBlock? ReadRecord(ReadOnlySpan<byte> bytes, RecordingDescription description, out int length)
    {
        length = 0;
        if (bytes.Length < 4 + Fixed + SealSize)
            return null;
        int payload = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (payload < Fixed || payload > bytes.Length - 4 - SealSize || !Sealed(bytes[..(4 + payload)], bytes.Slice(4 + payload, SealSize)))
            return null;
        int[] heads = MemoryMarshal.Cast<byte, int>(bytes.Slice(4, Fixed)).ToArray();
        (int area, int entry, int offset, int width, int ticks, int values) = (heads[0], heads[1], heads[2], heads[3], heads[4], heads[5]);
        if (ticks < 0 || values < 0 || Fixed + (8L * ticks) + (8L * values) != payload)
            return null;
        bool parts = offset != 0 || values < width;
        if (entry < 0 || entry >= description.Entries.Length || offset < 0 || width < 1 || (parts ? ticks != 1 || offset + (long)values > width : values != (long)width * ticks))
            return null;
        length = 4 + payload + SealSize;
        ReadOnlySpan<byte> rest = bytes.Slice(4 + Fixed, 8 * (ticks + values));
        return new RecordedBlock(
            description.Network,
            0,
            area,
            entry,
            offset,
            width,
            MemoryMarshal.Cast<byte, long>(rest[..(8 * ticks)]).ToArray(),
            MemoryMarshal.Cast<byte, double>(rest[(8 * ticks)..]).ToArray());
    }

    public static void Seal(ReadOnlySpan<byte> bytes, Span<byte> seal)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        hash[..SealSize].CopyTo(seal);
    }

    public static bool Sealed(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> seal)
    {
        Span<byte> expected = stackalloc byte[SealSize];
        Seal(bytes, expected);
        return expected.SequenceEqual(seal);
    }
}
