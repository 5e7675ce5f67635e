using System.Globalization;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <summary>Segment as read back: its intact records, and its damage.</summary>
/// <remarks>A segment that was still open when its writer ended may be torn at its end: that is no damage.</remarks>
/// <param name="Path">The file.</param>
/// <param name="Number">Its number, from its name.</param>
/// <param name="Description">Description of the recording, or null if the header is damaged.</param>
/// <param name="Blocks">Its intact records, in order, up to the first that is not.</param>
/// <param name="Damage">One line that names the file and what is wrong, or null.</param>
public sealed partial record Segment(
    string Path, int Number, RecordingDescription? Description, IReadOnlyList<RecordedBlock> Blocks, string? Damage)
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
            // A writer that dies while it begins a segment leaves a torn header and no record.
            return new Segment(path, number, null, blocks, closed || problem != Torn ? $"{path}: {problem}." : null);
        }

        while (SegmentFormat.ReadRecord(bytes.AsSpan(at), description, out int length) is { } block)
        {
            blocks.Add(block);
            at += length;
        }

        bool whole = IsFooter(bytes, at, blocks.Count);
        string? damage = closed && !whole
            ? $"{path}: the segment is damaged after its record {blocks.Count} (byte {at} of {bytes.Length}): "
                + "length, seal or SHA-256 do not fit; the records before are intact."
            : null;
        return new Segment(path, number, description, blocks, damage);
    }

    /// <summary>Gets the number in a segment's name, or -1 if it has none.</summary>
    internal static int NumberOf(string path) =>
        int.TryParse(
            System.IO.Path.GetFileNameWithoutExtension(path),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int number)
            ? number
            : -1;
}
