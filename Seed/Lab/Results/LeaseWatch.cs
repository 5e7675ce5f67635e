using System.Globalization;

namespace PalActors.Lab.Results;

/// <summary>Tells of a run of another machine whether it is gone, from the outside.</summary>
/// <remarks>
/// Two times are compared that the file system has set, or the lease is watched; the clocks of machines may differ.
/// </remarks>
/// <param name="folder">The folder of the run.</param>
/// <param name="times">Intervals of leases.</param>
/// <param name="clock">Clock of this machine.</param>
internal sealed class LeaseWatch(string folder, LeaseTimes times, TimeProvider clock)
{
    private readonly string _path = Path.Combine(folder, FinishedNetworks.Folder, FolderLease.Name);

    private string? _text;
    private long _since;

    /// <summary>Looks at the lease.</summary>
    /// <param name="now">The time by the clock of its file system, UTC; null if unknown.</param>
    /// <returns>Words for people if a process of another machine has held it and is gone, else null.</returns>
    public string? Look(DateTime? now)
    {
        if (FolderLease.Read(_path) is not { } lease || LeaseHolder.IsAlive(lease.Text) is not null)
        {
            _text = null;
            return null;
        }

        if (_text != lease.Text)
            (_text, _since) = (lease.Text, clock.GetTimestamp());
        bool isStale = now - lease.Written > times.Stale || clock.GetElapsedTime(_since) > times.Stale;
        return isStale
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{LeaseHolder.Describe(lease.Text)}, was the last one there, and has not renewed its claim since "
                + $"{lease.Written:yyyy-MM-dd HH:mm:ss} UTC")
            : null;
    }
}
