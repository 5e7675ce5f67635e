namespace PalActors.Clustering.Recovery;

/// <summary>Decides when the next snapshot is due, from ticks and times that it is given.</summary>
/// <param name="interval">Interval between snapshots.</param>
/// <param name="startTick">Tick of the snapshot that exists, or 0.</param>
public sealed class SnapshotTimer(SnapshotInterval interval, long startTick)
{
    private long _lastTick = startTick;
    private TimeSpan? _lastTime;

    /// <summary>Checks whether to take a snapshot after a tick.</summary>
    /// <param name="tick">The end of the horizon about to be granted.</param>
    /// <param name="now">Time since some fixed moment.</param>
    public bool IsDue(long tick, TimeSpan now)
    {
        _lastTime ??= now;
        return tick > _lastTick
            && (interval.Ticks > 0 ? tick - _lastTick >= interval.Ticks : now - _lastTime >= interval.Time);
    }

    /// <summary>Notes that a snapshot was taken.</summary>
    public void Taken(long tick, TimeSpan now) => (_lastTick, _lastTime) = (tick, now);
}
