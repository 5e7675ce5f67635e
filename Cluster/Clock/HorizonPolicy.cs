namespace PalActors.Clustering.Clock;

/// <summary>Chooses the horizons of a network, as a pure function of progress and time.</summary>
/// <remarks>
/// A horizon is about half of <paramref name="span"/> of computing long. The next one is granted when all areas have
/// completed the one before the last, so no area waits for the clock, and none runs ahead by more than two horizons.
/// </remarks>
/// <param name="startTick">The last complete tick.</param>
/// <param name="endTick">The last tick of the run.</param>
/// <param name="span">Computing time of the run-ahead.</param>
/// <param name="longest">Most ticks of a horizon, whatever their computing time.</param>
public sealed class HorizonPolicy(long startTick, long endTick, TimeSpan span, long longest = long.MaxValue)
{
    // So short that even a network of a tick per second can soon be stopped.
    private const long FirstStep = 4;

    // A horizon is at most this many times as long as the last: the first measurement may be of the start only.
    private const double Growth = 8;

    // Factor per measurement by which the remembered speed of the fastest stretch decreases.
    private const double Fading = 0.9;

    private long _step = Math.Min(FirstStep, longest);
    private double _fastest;
    private long _lastReached = startTick;
    private TimeSpan? _lastTime;

    /// <summary>The horizon granted so far.</summary>
    public long Granted { get; private set; } = startTick;

    /// <summary>The tick at which areas report next.</summary>
    public long ReportTick { get; private set; } = startTick;

    /// <summary>Grants the next horizon; null if it is not time for one.</summary>
    /// <param name="reached">Tick that all areas have completed.</param>
    /// <param name="now">Time since some fixed moment.</param>
    public long? Next(long reached, TimeSpan now)
    {
        if (reached < ReportTick || Granted >= endTick)
            return null;
        _lastTime ??= now;
        TimeSpan taken = now - _lastTime.Value;
        // Reports that were handled back to back measure nothing: a rate is taken over a tenth of the span at least.
        if (taken > TimeSpan.Zero && taken >= span / 10 && reached > _lastReached)
        {
            // The fastest recent stretch shows how fast the areas compute. In a slower one they may only have waited
            // for this clock, on a busy machine, and shorter horizons would make them wait more.
            _fastest = Math.Max((reached - _lastReached) / taken.TotalSeconds, Fading * _fastest);
            double step = Math.Clamp(_fastest * span.TotalSeconds / 2, Math.Max(1, _step / 2.0), _step * Growth);
            _step = Math.Min(longest, (long)step);
            (_lastReached, _lastTime) = (reached, now);
        }

        ReportTick = Granted;
        Granted = Math.Min(endTick, Granted + _step);
        if (ReportTick <= reached)
            ReportTick = reached < Granted ? reached + Math.Max(1, (Granted - reached) / 2) : Granted;
        return Granted;
    }
}
