using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PalActors.Clustering.Recording;

/// <content>Checks of a segment's header and footer.</content>
public sealed partial record Segment
{
    private const string Torn = "the header is cut short";

    // Returns the bytes of the header; the problem is the reason if there is no description.
    private static int ReadHeader(byte[] bytes, int number, out RecordingDescription? description, out string? problem)
    {
        description = null;
        problem = Torn;
        int magic = Math.Min(8, bytes.Length);
        if (!bytes.AsSpan(0, magic).SequenceEqual(SegmentFormat.Magic[..magic]))
        {
            problem = "this is no segment of a recording";
            return 0;
        }

        if (bytes.Length < 20)
            return 0;
        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (version != SegmentFormat.Version)
        {
            problem = $"the segment has version {version}; this build reads {SegmentFormat.Version}";
            return 0;
        }

        int text = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16));
        if (text < 0 || text > bytes.Length - 20 - SegmentFormat.SealSize)
            return 0;
        int end = 20 + text;
        problem = "the header is damaged: its seal does not fit";
        if (!SegmentFormat.Sealed(bytes.AsSpan(0, end), bytes.AsSpan(end, SegmentFormat.SealSize)))
            return 0;
        int written = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12));
        problem = $"this is segment {written}, whatever its name says";
        if (written != number)
            return 0;
        problem = "the header holds no description";
        description = RecordingDescription.Decode(bytes.AsSpan(20, text));
        return end + SegmentFormat.SealSize;
    }

    private static bool IsFooter(byte[] bytes, int at, int records)
    {
        if (bytes.Length - at != SegmentFormat.FooterSize)
            return false;
        int hash = bytes.Length - SHA256.HashSizeInBytes;
        return BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) == 0
            && BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 4)) == records
            && BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 12)) == bytes.Length
            && SHA256.HashData(bytes.AsSpan(0, hash)).AsSpan().SequenceEqual(bytes.AsSpan(hash));
    }
}
