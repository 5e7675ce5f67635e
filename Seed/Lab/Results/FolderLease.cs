using System.Globalization;
using System.Text;

namespace PalActors.Lab.Results;

/// <summary>Claim to a folder by a file that its process renews, for file systems that know no locks.</summary>
/// <remarks>
/// Network file systems often give a lock to each of two machines. The file names its host, process and start, and is
/// written anew at short intervals. A file that stays as it is for several intervals belongs to a process that is gone,
/// and is taken over; no two clocks are compared. A process that was suspended for longer finds another's file when it
/// wakes, and ends at once.
/// </remarks>
internal sealed class FolderLease : IDisposable
{
    /// <summary>Name of the file, beside those of finished networks.</summary>
    public const string Name = ".lease";

    private readonly string _path;
    private readonly LeaseHolder _holder;
    private readonly Action _lost;
    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private long _renewals;
    private bool _isOver;

    private FolderLease(string path, LeaseHolder holder, LeaseTimes times, Action lost)
    {
        (_path, _holder, _lost) = (path, holder, lost);
        _timer = new Timer(_ => Renew(), null, times.Renew, times.Renew);
    }

    /// <summary>Claims a folder; waits where another claim may be a live one.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="times">Intervals.</param>
    /// <param name="say">Takes a line for people before it waits.</param>
    /// <param name="lost">Called on another thread if another process takes the claim over.</param>
    /// <exception cref="LeaseHeldException">Another process holds it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static FolderLease Take(string path, LeaseTimes times, Action<string> say, Action lost)
    {
        LeaseHolder own = LeaseHolder.Own();
        string? other = Read(path);
        if (other is not null)
        {
            RequireStale(path, other, times, say);
            // Of several that take over, those that come later find another file, or lose it before they confirm.
            if (Read(path) is { } now && now != other)
                throw new LeaseHeldException(LeaseHolder.Describe(now));
            string aside = $"{path}-{own.Token}";
            File.Move(path, aside);
            File.Delete(aside);
        }

        Create(path, own);
        if (other is not null)
        {
            Thread.Sleep(times.Confirm);
            string? confirmed = Read(path);
            if (confirmed is null || !own.IsIn(confirmed))
                throw new LeaseHeldException(LeaseHolder.Describe(confirmed));
        }

        return new FolderLease(path, own, times, lost);
    }

    /// <summary>Checks whether there is a claim, unless it is of a process that is known to be gone.</summary>
    public static bool MayBeHeld(string path) => Read(path) is { } text && LeaseHolder.IsAlive(text) != false;

    /// <summary>Ends the claim.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            if (!_isOver && Read(_path) is { } text && _holder.IsIn(text))
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
            if (Read(path) is { } now && now != other)
                throw new LeaseHeldException(LeaseHolder.Describe(now));
        }
    }

    private static void Create(string path, LeaseHolder own)
    {
        try
        {
            // Creating a file that must not exist is one operation on network file systems, too.
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
            file.Write(Encoding.UTF8.GetBytes(own.Text(0)));
        }
        catch (IOException) when (Read(path) is { } now)
        {
            throw new LeaseHeldException(LeaseHolder.Describe(now));
        }
    }

    // Null where there is none.
    private static string? Read(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(file, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Renew()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            try
            {
                if (Read(_path) is { } now && !_holder.IsIn(now))
                {
                    _isOver = true;
                    _timer.Dispose();
                    _lost();
                    return;
                }

                // Always of the same length, so that it is never torn.
                using FileStream file = new(
                    _path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                file.Write(Encoding.UTF8.GetBytes(_holder.Text(++_renewals)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The file system may be back at the next renewal; if it stays away, so do all other files.
            }
        }
    }
}
