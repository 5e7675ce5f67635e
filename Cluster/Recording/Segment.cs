using System.Buffers.Binary;
using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <summary>A segment as read back: its intact records, and what is wrong with it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Number">Its number, from its name.</param>
/// <param name="Description">What the recording is of, or null if the header is damaged.</param>
/// <param name="Blocks">Its intact records, in order, up to the first that is not.</param>
/// <param name="Damage">One line that names the file and what is wrong, or null. A segment that was still open when its writer ended may be torn at its end: that is no damage.</param>
public sealed record Segment(string Path, int Number, RecordingDescription? Description, IReadOnlyList<RecordedBlock> Blocks, string? Damage)
{
    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="IOException">It cannot be read at all.</exception>
    public static Segment Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bool closed = path.EndsWith(SegmentFormat.Closed, StringComparison.Ordinal);
        int number = NumberOf(path);
        int at = ReadHeader(bytes, number, out RecordingDescription? description, out string? problem);
        List<RecordedBlock> blocks = [];
        if (description is null)
        {
            // Whoever dies while making a segment leaves a torn header and no record.
            return new Segment(path, number, null, blocks, closed || problem != Torn ? $"{path}: {problem}." : null);
        }

        while (SegmentFormat.ReadRecord(bytes.AsSpan(at), description, out int length) is { } block)
        {
            blocks.Add(block);
            at += length;
        }

        bool whole = IsFooter(bytes, at, blocks.Count);
        string? damage = closed && !whole
            ? $"{path}: the segment is damaged after its record {blocks.Count} (byte {at} of {bytes.Length}): length, seal or SHA-256 do not fit; the records before are intact."
            : null;
        return new Segment(path, number, description, blocks, damage);
    }

    /// <summary>The number in a segment's name, or -1 if it has none.</summary>
    internal static int NumberOf(string path) =>
        int.TryParse(System.IO.Path.GetFileNameWithoutExtension(path), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : -1;

    private const string Torn = "the header is cut short";

    private static int ReadHeader(byte[] bytes, int number, out RecordingDescription? description, out string? problem)
    {
        description = null;
        problem = Torn;
        if (!bytes.AsSpan(0, Math.Min(8, bytes.Length)).SequenceEqual(SegmentFormat.Magic[..Math.Min(8, bytes.Length)]))
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
