namespace PalActors.Clustering.Recovery;

/// <summary>When the next snapshot is due: pure.</summary>
/// <param name="interval">How often.</param>
/// <param name="startTick">The tick that a snapshot exists of, or 0.</param>
public sealed class SnapshotTimer(SnapshotInterval interval, long startTick)
{
    private long _lastTick = startTick;
    private TimeSpan? _lastTime;

    /// <summary>Whether to take one after a tick.</summary>
    /// <param name="tick">The end of the horizon about to be granted.</param>
    /// <param name="now">Time since some fixed moment.</param>
    public bool IsDue(long tick, TimeSpan now)
    {
        _lastTime ??= now;
        return tick > _lastTick && (interval.Ticks > 0 ? tick - _lastTick >= interval.Ticks : now - _lastTime >= interval.Time);
    }

    /// <summary>One is taken.</summary>
    public void Taken(long tick, TimeSpan now) => (_lastTick, _lastTime) = (tick, now);
}
