using System.Globalization;
using System.Text;

namespace PalActors.Lab.Results;

/// <summary>Claim to a folder by a file that its process renews, for file systems that know no locks.</summary>
/// <remarks>
/// Network file systems often give a lock to each of two machines. The file names its host, process and start, and is
/// written anew at short intervals. A file that stays as it is for several intervals belongs to a process that is gone,
/// and is taken over: moved aside, and another one made. No two clocks are compared. A process that was suspended for
/// longer finds another's file, or none, when it wakes; its own renewals go to the file that it made, wherever that is.
/// </remarks>
internal sealed class FolderLease : IDisposable
{
    /// <summary>Name of the file, beside those of finished networks.</summary>
    public const string Name = ".lease";

    private readonly string _path;
    private readonly LeaseHolder _holder;
    private readonly FileStream _file;
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private long _renewals;
    private bool _isOver;

    private FolderLease(string path, LeaseHolder holder, FileStream file, LeaseTimes times)
    {
        (_path, _holder, _file) = (path, holder, file);
        _timer = new Timer(_ => Renew(), null, times.Renew, times.Renew);
    }

    /// <summary>Completes if another process takes the claim over.</summary>
    public Task Lost => _lost.Task;

    /// <summary>Claims a folder; waits where another claim may be a live one.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="times">Intervals.</param>
    /// <param name="say">Takes a line for people before it waits.</param>
    /// <exception cref="LeaseHeldException">Another process holds it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static FolderLease Take(string path, LeaseTimes times, Action<string> say)
    {
        LeaseHolder own = LeaseHolder.Own();
        string? other = Read(path)?.Text;
        if (other is not null)
        {
            RequireStale(path, other, times, say);
            // Of several that take over, those that come later find another file, or lose it before they confirm.
            if (Read(path) is { } now && now.Text != other)
                throw new LeaseHeldException(LeaseHolder.Describe(now.Text));
            string aside = $"{path}-{own.Token}";
            File.Move(path, aside);
            File.Delete(aside);
        }

        FileStream file = Create(path, own);
        try
        {
            if (other is not null)
            {
                Thread.Sleep(times.Confirm);
                LeaseText? confirmed = Read(path);
                if (confirmed is null || !own.IsIn(confirmed.Text))
                    throw new LeaseHeldException(LeaseHolder.Describe(confirmed?.Text));
            }

            return new FolderLease(path, own, file, times);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Checks whether there is a claim, unless it is of a process that is known to be gone.</summary>
    public static bool MayBeHeld(string path) => Read(path) is { } now && LeaseHolder.IsAlive(now.Text) != false;

    /// <summary>Reads the file of a claim; null where there is none.</summary>
    public static LeaseText? Read(string path)
    {
        try
        {
            // A network file system gives the newest of both when a file is opened.
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(file, Encoding.UTF8);
            return new LeaseText(reader.ReadToEnd(), File.GetLastWriteTimeUtc(file.SafeFileHandle));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Checks at the file that the claim is still this process's.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool IsHeld()
    {
        lock (_lock)
            return !_isOver && Look();
    }

    /// <summary>Ends the claim.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _file.Dispose();
            if (!_isOver && Read(_path) is { } now && _holder.IsIn(now.Text))
                File.Delete(_path);
            _isOver = true;
        }
    }

    private static void RequireStale(string path, string other, LeaseTimes times, Action<string> say)
    {
        switch (LeaseHolder.IsAlive(other))
        {
            case true:
                throw new LeaseHeldException(LeaseHolder.Describe(other));
            case false:
                return;
        }

        say($"{LeaseHolder.Describe(other)} may be writing there; "
            + $"waiting {times.Stale.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s to see");
        long begun = Environment.TickCount64;
        while (Environment.TickCount64 - begun < times.Stale.TotalMilliseconds)
        {
            Thread.Sleep(times.Look);
            if (Read(path) is { } now && now.Text != other)
                throw new LeaseHeldException(LeaseHolder.Describe(now.Text));
        }
    }

    private static FileStream Create(string path, LeaseHolder own)
    {
        try
        {
            // Creating a file that must not exist is one operation on network file systems, too.
            FileStream file = new(
                path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Write(file, own.Text(0));
            return file;
        }
        catch (IOException) when (Read(path) is { } now)
        {
            throw new LeaseHeldException(LeaseHolder.Describe(now.Text));
        }
    }

    // Always of the same length, so that it is never torn; at once for other machines, too.
    private static void Write(FileStream file, string text)
    {
        file.Position = 0;
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private void Renew()
    {
        lock (_lock)
        {
            try
            {
                if (!_isOver && Look())
                    Write(_file, _holder.Text(++_renewals));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The file system may be back at the next renewal; if it stays away, so do all other files.
            }
        }
    }

    private bool Look()
    {
        if (Read(_path) is { } now && _holder.IsIn(now.Text))
            return true;
        _isOver = true;
        _timer.Dispose();
        _lost.TrySetResult();
        return false;
    }
}
