using System.Globalization;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <content>The files of a recording: finding, reading, closing and replacing segments.</content>
public sealed partial class NetworkRecording
{
    /// <summary>Reads and checks the segments of a folder, ascending.</summary>
    /// <remarks>A gap in their numbers is reported as damage.</remarks>
    public static IEnumerable<Segment> Read(string folder)
    {
        int expected = 1;
        foreach (string path in Files(folder))
        {
            int number = Segment.NumberOf(path);
            for (; expected < number; expected++)
                yield return Missing(PathOf(folder, expected, SegmentFormat.Closed), expected);
            expected = number + 1;
            yield return Segment.Read(path);
        }
    }

    private static Segment Missing(string path, int number) =>
        new(path, number, null, [], $"{path}: the segment is missing.");

    // Closes segments that their writer left open, with the records that are whole.
    private static void CloseLeftOpen(string folder, DurableFile files)
    {
        foreach (string path in Directory.GetFiles(folder, "*" + SegmentFormat.Open))
        {
            Segment segment = Segment.Read(path);
            if (segment.Damage is not null)
                throw new InvalidDataException(segment.Damage);
            if (segment.Blocks.Count > 0 && !File.Exists(PathOf(folder, segment.Number, SegmentFormat.Closed)))
                Replace(folder, segment, segment.Blocks, files);
            files.RequireClaim();
            File.Delete(path);
        }
    }

    private static void Replace(
        string folder, Segment segment, IReadOnlyList<RecordedBlock> blocks, DurableFile files) =>
        files.Write(PathOf(folder, segment.Number, SegmentFormat.Closed), file =>
        {
            // Not disposed: the file is not its own.
            SegmentWriter writer = new(file, segment.Number, segment.Description!);
            foreach (RecordedBlock block in blocks)
                writer.Append(block);
            writer.Finish();
            return writer.Length;
        });

    private static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.GetFiles(folder)
            .Where(path => Segment.NumberOf(path) > 0 && (IsClosed(path) || IsOpen(path)))
            .GroupBy(Segment.NumberOf)
            .OrderBy(group => group.Key)
            // Both exist only if a crash came between closing a segment and removing its open form.
            .Select(group => group.OrderBy(IsOpen).First()),
    ];

    private static bool IsClosed(string path) => path.EndsWith(SegmentFormat.Closed, StringComparison.Ordinal);

    private static bool IsOpen(string path) => path.EndsWith(SegmentFormat.Open, StringComparison.Ordinal);

    private static string PathOf(string folder, int number, string extension) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D8}{extension}"));
}
