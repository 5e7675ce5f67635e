using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <content>Encoding and decoding of records.</content>
internal static partial class SegmentFormat
{
    // Bytes of the six numbers before the ticks.
    private const int Fixed = 6 * 4;

    /// <summary>Encodes a block as a record.</summary>
    public static byte[] Record(RecordedBlock block)
    {
        int payload = Fixed + (8 * (block.Ticks.Length + block.Values.Length));
        byte[] bytes = new byte[4 + payload + SealSize];
        Span<int> heads =
        [
            payload, block.Area, block.Entry, block.Offset, block.Width, block.Ticks.Length, block.Values.Length,
        ];
        MemoryMarshal.AsBytes(heads).CopyTo(bytes);
        MemoryMarshal.AsBytes(block.Ticks.AsSpan()).CopyTo(bytes.AsSpan(4 + Fixed));
        MemoryMarshal.AsBytes(block.Values.AsSpan()).CopyTo(bytes.AsSpan(4 + Fixed + (8 * block.Ticks.Length)));
        Seal(bytes.AsSpan(0, 4 + payload), bytes.AsSpan(4 + payload));
        return bytes;
    }

    /// <summary>Decodes the record at the beginning of bytes, or null if no whole one is there.</summary>
    public static RecordedBlock? ReadRecord(ReadOnlySpan<byte> bytes, RecordingDescription description, out int length)
    {
        length = 0;
        if (bytes.Length < 4 + Fixed + SealSize)
            return null;
        int payload = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (payload < Fixed
            || payload > bytes.Length - 4 - SealSize
            || !Sealed(bytes[..(4 + payload)], bytes.Slice(4 + payload, SealSize)))
        {
            return null;
        }

        int[] heads = MemoryMarshal.Cast<byte, int>(bytes.Slice(4, Fixed)).ToArray();
        (int area, int entry, int offset) = (heads[0], heads[1], heads[2]);
        (int width, int ticks, int values) = (heads[3], heads[4], heads[5]);
        if (ticks < 0 || values < 0 || Fixed + (8L * ticks) + (8L * values) != payload)
            return null;
        bool parts = offset != 0 || values < width;
        if (entry < 0
            || entry >= description.Entries.Length
            || offset < 0
            || width < 1
            || (parts ? ticks != 1 || offset + (long)values > width : values != (long)width * ticks))
        {
            return null;
        }

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
}
