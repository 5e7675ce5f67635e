using System.Diagnostics;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <summary>Recording of one network on disk: a folder of numbered segments.</summary>
/// <remarks>
/// The one being written is named <c>.open</c>; closed ones are <c>.seg</c> and never touched again. A crash or a full
/// disk costs at most what the open one had not written.
/// </remarks>
public sealed partial class NetworkRecording : IDisposable
{
    private readonly string _folder;
    private readonly RecordingDescription _description;
    private readonly Func<string, Stream> _create;
    private readonly long _size;
    private readonly TimeSpan _age;
    private readonly DurableFile _files;
    private SegmentWriter? _writer;
    private string _openPath = "";
    private int _number;
    private long _opened;

    /// <summary>Begins a recording, or continues one.</summary>
    /// <remarks>A segment that an earlier writer left open is closed.</remarks>
    /// <param name="folder">Its folder; made if there is none.</param>
    /// <param name="description">Description of the recording.</param>
    /// <param name="create">Makes a file; for tests, else null.</param>
    /// <param name="size">Bytes after which a segment is closed.</param>
    /// <param name="age">Time after which it is closed when the next block comes.</param>
    /// <param name="files">How files get their names; null for <see cref="DurableFile.Default"/>.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public NetworkRecording(
        string folder, RecordingDescription description, Func<string, Stream>? create = null, long size = 4 << 20,
        TimeSpan? age = null, DurableFile? files = null)
    {
        _folder = folder;
        _description = description;
        _create = create ?? CreateUnbuffered;
        _size = size;
        _age = age ?? TimeSpan.FromSeconds(10);
        _files = files ?? DurableFile.Default;
        Directory.CreateDirectory(folder);
        CloseLeftOpen(folder, _files);
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
            _files.RequireClaim();
            _number++;
            _openPath = PathOf(_folder, _number, SegmentFormat.Open);
            _writer = new SegmentWriter(_create(_openPath), _number, _description);
            _opened = Stopwatch.GetTimestamp();
        }

        _writer.Append(block);
    }

    /// <summary>Waits until everything that was appended is on the disk.</summary>
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
        _files.RequireClaim();
        File.Move(_openPath, PathOf(_folder, _number, SegmentFormat.Closed));
    }

    /// <summary>Releases the open segment as it is: it stays readable up to its last whole record.</summary>
    public void Dispose()
    {
        try
        {
            _writer?.Dispose();
        }
        catch (IOException)
        {
            // The same failure of the disk may have ended the recording.
        }

        _writer = null;
    }

    // No buffer: a block is one write, and the system has what was written if this process dies.
    private static FileStream CreateUnbuffered(string path) =>
        new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
}
