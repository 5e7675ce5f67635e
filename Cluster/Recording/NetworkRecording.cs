using System.Diagnostics;
using System.Globalization;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <summary>
/// The recording of one network on disk: a folder of numbered segments. The one being written is named <c>.open</c>; closed ones are <c>.seg</c> and never touched again.
/// A crash or a full disk costs at most what the open one had not written.
/// </summary>
public sealed class NetworkRecording : IDisposable
{
    private readonly string _folder;
    private readonly RecordingDescription _description;
    private readonly Func<string, Stream> _create;
    private readonly long _size;
    private readonly TimeSpan _age;
    private SegmentWriter? _writer;
    private string _openPath = "";
    private int _number;
    private long _opened;

    /// <summary>Begins, or goes on with, a recording. What an earlier writer left open is closed.</summary>
    /// <param name="folder">Its folder; made if there is none.</param>
    /// <param name="description">What it is of.</param>
    /// <param name="create">Makes a file; for tests, else null.</param>
    /// <param name="size">Bytes after which a segment is closed.</param>
    /// <param name="age">Time after which it is closed when the next block comes.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public NetworkRecording(string folder, RecordingDescription description, Func<string, Stream>? create = null, long size = 4 << 20, TimeSpan? age = null)
    {
        _folder = folder;
        _description = description;
        // No buffer: a block is one write, and what was written is with the system if this process dies.
        _create = create ?? (path => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));
        _size = size;
        _age = age ?? TimeSpan.FromSeconds(10);
        Directory.CreateDirectory(folder);
        CloseLeftOpen(folder);
        _number = Files(folder).Select(Segment.NumberOf).DefaultIfEmpty(0).Max();
    }

    /// <summary>Appends a block.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(RecordedBlock block)
    {
        if (_writer is not null && (_writer.Length >= _size || Stopwatch.GetElapsedTime(_opened) >= _age))
            Close();
        if (_writer is null)
        {
            _number++;
            _openPath = PathOf(_folder, _number, SegmentFormat.Open);
            _writer = new SegmentWriter(_create(_openPath), _number, _description);
            _opened = Stopwatch.GetTimestamp();
        }

        _writer.Append(block);
    }

    /// <summary>Waits until all that was appended is on the disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Sync() => _writer?.Sync();

    /// <summary>Closes the open segment, if there is one.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Close()
    {
        if (_writer is null)
            return;
        _writer.Close();
        _writer = null;
        File.Move(_openPath, PathOf(_folder, _number, SegmentFormat.Closed));
    }

    /// <summary>Lets go of the open segment as it is: it stays readable up to its last whole record.</summary>
    public void Dispose()
    {
        try
        {
            _writer?.Dispose();
        }
        catch (IOException)
        {
            // The disk may be what made the writer give up.
        }

        _writer = null;
    }

    /// <summary>The segments of a folder, ascending, each read and checked. A gap in their numbers is reported as damage.</summary>
    public static IEnumerable<Segment> Read(string folder)
    {
        int expected = 1;
        foreach (string path in Files(folder))
        {
            int number = Segment.NumberOf(path);
            for (; expected < number; expected++)
                yield return new Segment(PathOf(folder, expected, SegmentFormat.Closed), expected, null, [], $"{PathOf(folder, expected, SegmentFormat.Closed)}: the segment is missing.");
            expected = number + 1;
            yield return Segment.Read(path);
        }
    }

    /// <summary>
    /// Forgets everything recorded after a tick, so that a network which goes on from a snapshot of that tick can be appended. May be repeated after a crash in the
    /// middle of it: a segment is replaced as a whole or not at all.
    /// </summary>
    /// <param name="folder">Folder of the network's recording, with no writer.</param>
    /// <param name="tick">The last tick to keep.</param>
    /// <exception cref="InvalidDataException">A segment is damaged; nothing was changed.</exception>
    public static void CutBack(string folder, long tick)
    {
        if (!Directory.Exists(folder))
            return;
        CloseLeftOpen(folder);
        foreach (Segment segment in Read(folder))
        {
            if (segment.Damage is not null)
                throw new InvalidDataException(segment.Damage);
        }

        bool last = true;
        foreach (string path in Files(folder).Reverse())
        {
            Segment segment = Segment.Read(path);
            RecordedBlock[] kept = [.. segment.Blocks.Select(block => Cut(block, tick)).Where(block => block.Ticks.Length > 0)];
            // Areas run apart by a horizon: a segment in the middle may become empty and still keeps its place.
            if (kept.Length == 0 && last)
                File.Delete(path);
            else if (segment.Blocks.Any(block => block.Ticks[^1] > tick))
                Replace(folder, segment, kept);
            last &= kept.Length == 0;
        }
    }

    private static RecordedBlock Cut(RecordedBlock block, long tick)
    {
        int count = block.Ticks.TakeWhile(t => t <= tick).Count();
        return count == block.Ticks.Length ? block : block with { Ticks = block.Ticks[..count], Values = block.Values[..(count * (block.Values.Length / block.Ticks.Length))] };
    }

    // A segment whose writer never came to its end gets one, with the records that are whole.
    private static void CloseLeftOpen(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*" + SegmentFormat.Open))
        {
            Segment segment = Segment.Read(path);
            if (segment.Damage is not null)
                throw new InvalidDataException(segment.Damage);
            if (segment.Blocks.Count > 0 && !File.Exists(PathOf(folder, segment.Number, SegmentFormat.Closed)))
                Replace(folder, segment, segment.Blocks);
            File.Delete(path);
        }
    }

    private static void Replace(string folder, Segment segment, IReadOnlyList<RecordedBlock> blocks)
    {
        string part = PathOf(folder, segment.Number, DurableFile.Part);
        using (SegmentWriter writer = new(new FileStream(part, FileMode.Create, FileAccess.Write), segment.Number, segment.Description!))
        {
            foreach (RecordedBlock block in blocks)
                writer.Append(block);
            writer.Close();
        }

        File.Move(part, PathOf(folder, segment.Number, SegmentFormat.Closed), overwrite: true);
    }

    private static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.GetFiles(folder)
            .Where(path => Segment.NumberOf(path) > 0 && (path.EndsWith(SegmentFormat.Closed, StringComparison.Ordinal) || path.EndsWith(SegmentFormat.Open, StringComparison.Ordinal)))
            .GroupBy(Segment.NumberOf)
            .OrderBy(group => group.Key)
            // Both exist only if a crash came between closing a segment and removing its open form.
            .Select(group => group.OrderBy(path => path.EndsWith(SegmentFormat.Open, StringComparison.Ordinal)).First()),
    ];

    private static string PathOf(string folder, int number, string extension) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D8}{extension}"));
}
