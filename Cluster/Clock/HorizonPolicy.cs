namespace PalActors.Clustering.Clock;

/// <summary>
/// Which horizon to grant next: pure. A horizon is about half of <paramref name="span"/> of computing long, and the next is granted when all areas have completed the one
/// before the last, so that nobody waits for the clock and nobody runs further ahead than two of them.
/// </summary>
/// <param name="startTick">The last complete tick.</param>
/// <param name="endTick">The last tick of the run.</param>
/// <param name="span">Computing time of the run-ahead.</param>
/// <param name="longest">Most ticks of a horizon, whatever their computing time.</param>
public sealed class HorizonPolicy(long startTick, long endTick, TimeSpan span, long longest = long.MaxValue)
{
    // So short that even a network of a tick per second can soon be stopped.
    private const long FirstStep = 4;

    // How much longer than the last a horizon may be: what was measured first may be of the start only.
    private const double Growth = 8;

    // How slowly the memory of the fastest stretch fades.
    private const double Fading = 0.9;

    private long _step = Math.Min(FirstStep, longest);
    private double _fastest;
    private long _lastReached = startTick;
    private TimeSpan? _lastTime;

    /// <summary>The horizon granted so far.</summary>
    public long Granted { get; private set; } = startTick;

    /// <summary>The tick at which areas report next.</summary>
    public long ReportTick { get; private set; } = startTick;

    /// <summary>The next horizon, or null if it is not time for one.</summary>
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
            // The fastest stretch of late tells how fast the areas compute; a slower one may only mean that they waited for this very clock, on a busy machine,
            // and shorter horizons would make them wait more.
            _fastest = Math.Max((reached - _lastReached) / taken.TotalSeconds, Fading * _fastest);
            _step = Math.Min(longest, (long)Math.Clamp(_fastest * span.TotalSeconds / 2, Math.Max(1, _step / 2.0), _step * Growth));
            (_lastReached, _lastTime) = (reached, now);
        }

        ReportTick = Granted;
        Granted = Math.Min(endTick, Granted + _step);
        if (ReportTick <= reached)
            ReportTick = reached < Granted ? reached + Math.Max(1, (Granted - reached) / 2) : Granted;
        return Granted;
    }
}
