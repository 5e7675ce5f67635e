namespace PalActors.Seed.Results;

/// <summary>A file in a run folder by which another process asks the run to stop.</summary>
/// <remarks>It works wherever the folder can be written, other machines and containers included.</remarks>
public sealed class StopRequest : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    private readonly string _path;
    private readonly Action _stop;
    private readonly Timer _timer;

    /// <summary>Looks for requests from now on; one that is there is of an earlier run and is removed.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="stop">Called when a request is there, once.</param>
    public StopRequest(string folder, Action stop)
    {
        (_path, _stop) = (PathIn(folder), stop);
        File.Delete(_path);
        _timer = new Timer(_ => Look(), null, s_interval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks the run in a folder to stop.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Make(string folder) => File.WriteAllBytes(PathIn(folder), []);

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
                File.Delete(_path);
                _stop();
                return;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file system that is away for a moment; look again.
        }

        try
        {
            _timer.Change(s_interval, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The run is over.
        }
    }
}
