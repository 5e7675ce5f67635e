namespace PalActors.NetLab;

/// <summary>
/// One direction between two hosts: says when a frame arrives, if it does. Frames never overtake each other, as on a cable: one with a smaller jitter waits for the one before it.
/// Bandwidth has no limit here. Each link draws from a generator of its own, twice a frame whatever its settings, so what happens on it depends on nothing but its seed and its own frames.
/// </summary>
/// <param name="seed">Seed of its losses and jitter.</param>
internal sealed class Link(int seed)
{
    private readonly Random _random = new(seed);
    private long _last = long.MinValue;

    /// <summary>What it does to frames from now on.</summary>
    public LinkSettings Settings { get; set; }

    /// <summary>Whether frames are lost at its entrance. What is on the way arrives all the same.</summary>
    public bool Cut { get; set; }

    /// <summary>Sends a frame.</summary>
    /// <param name="now">The time, ns.</param>
    /// <returns>When it arrives, ns; null if it is lost.</returns>
    public long? Arrival(long now)
    {
        double fate = _random.NextDouble(), spread = (2 * _random.NextDouble()) - 1;
        if (Cut || fate < Settings.Loss)
            return null;
        _last = Math.Max(_last, now + (long)((Settings.Delay + (spread * Settings.Jitter)) * 1e6));
        return _last;
    }
}
