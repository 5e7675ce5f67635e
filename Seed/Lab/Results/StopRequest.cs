namespace PalActors.Lab.Results;

/// <summary>A file in a run folder by which another process asks the run to stop.</summary>
/// <remarks>It works wherever the folder can be written, other machines and containers included.</remarks>
internal sealed class StopRequest : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    private readonly string _path;
    private readonly Action _stop;
    private readonly Timer _timer;

    /// <summary>Looks for requests from now on.</summary>
    /// <param name="folder">The run folder; when it was claimed, a request of an earlier run was removed.</param>
    /// <param name="stop">Called when a request is there, once.</param>
    public StopRequest(string folder, Action stop)
    {
        (_path, _stop) = (PathIn(folder), stop);
        _timer = new Timer(_ => Look(), null, s_interval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks the run in a folder to stop.</summary>
    /// <returns>The time by the clock of its file system, UTC.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static DateTime Make(string folder)
    {
        using FileStream file = new(PathIn(folder), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        return File.GetLastWriteTimeUtc(file.SafeFileHandle);
    }

    /// <summary>Takes a request back.</summary>
    public static void Remove(string folder) => File.Delete(PathIn(folder));

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private static string PathIn(string folder) => Path.Combine(folder, RunFiles.Stop);

    private void Look()
    {
        try
        {
            if (File.Exists(_path))
            {
                _stop();
                File.Delete(_path);
                return;
            }

            _timer.Change(s_interval, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The run is over.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The run stops all the same; the next one removes the file.
        }
    }
}
