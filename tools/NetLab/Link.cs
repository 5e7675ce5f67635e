namespace PalActors.NetLab;

/// <summary>One direction between two hosts, which decides whether and when frames arrive.</summary>
/// <remarks>
/// Frames never overtake each other, as on a cable: one with a smaller jitter waits for the one before it. Bandwidth
/// has no limit here. Each link draws from a generator of its own, twice a frame whatever its settings, so its
/// behaviour depends on its seed and its own frames alone.
/// </remarks>
/// <param name="seed">Random seed of its losses and jitter.</param>
internal sealed class Link(int seed)
{
    private readonly Random _random = new(seed);
    private long _last = long.MinValue;

    /// <summary>Settings that apply to frames from now on.</summary>
    public LinkSettings Settings { get; set; }

    /// <summary>True if frames are lost at the entrance of the link; those already on their way still arrive.</summary>
    public bool Cut { get; set; }

    /// <summary>Sends a frame.</summary>
    /// <param name="now">The time, ns.</param>
    /// <returns>The time at which it arrives, ns; null if it is lost.</returns>
    public long? Arrival(long now)
    {
        double fate = _random.NextDouble(), spread = (2 * _random.NextDouble()) - 1;
        if (Cut || fate < Settings.Loss)
            return null;
        _last = Math.Max(_last, now + (long)((Settings.Delay + (spread * Settings.Jitter)) * 1e6));
        return _last;
    }
}
