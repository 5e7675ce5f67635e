using System.Diagnostics;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Sweeps;

/// <summary>Progress of one network of a sweep, and the last value of each of its measures.</summary>
/// <remarks>
/// A sweep has too many networks to keep all values. Actor threads write, the display reads.
/// </remarks>
/// <param name="network">The network.</param>
public sealed partial class SweepCourse(SweepNetwork network)
{
    private long _started;
    private long _tick;
    private int _ended;
    private int _diverged;

    /// <summary>The network.</summary>
    public SweepNetwork Network => network;

    /// <summary>Checks whether its actors are up, or were.</summary>
    public bool Started => Volatile.Read(ref _started) != 0;

    /// <summary>Checks whether it has ended.</summary>
    public bool Ended => Volatile.Read(ref _ended) != 0;

    /// <summary>Checks whether it diverged.</summary>
    public bool Diverged => Volatile.Read(ref _diverged) != 0;

    /// <summary>Checks whether it reached the end of its schedule or diverged, rather than was stopped.</summary>
    public bool Completed => Ended && (Diverged || Tick == network.Plan.Schedule.EndTick);

    /// <summary>The last tick that all areas have completed.</summary>
    public long Tick => Volatile.Read(ref _tick);

    /// <summary>The last tick that it runs to, or ran to.</summary>
    public long LastTick => Diverged ? Tick : network.Plan.Schedule.EndTick;

    /// <summary>Records that its actors are up.</summary>
    public void Start() => Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0);

    /// <summary>Records that all areas have completed a tick.</summary>
    public void Progress(long tick) => Volatile.Write(ref _tick, tick);

    /// <summary>Records its end.</summary>
    /// <returns>
    /// Its rows: the last value of each measure, in a fixed order, then time per tick, ticks and frames. If it
    /// diverged, the tick at which it did, ticks and frames.
    /// </returns>
    public IReadOnlyList<(string Metric, MetricPlace Place, double Value)> End(NetworkOutcome outcome)
    {
        double seconds = Stopwatch.GetElapsedTime(Volatile.Read(ref _started)).TotalSeconds;
        Progress(outcome.Tick);
        Volatile.Write(ref _diverged, outcome.Divergence is null ? 0 : 1);
        Volatile.Write(ref _ended, 1);
        if (outcome.Divergence is { } divergence)
        {
            return
            [
                (SweepTable.DivergedAtTick, new MetricPlace(divergence.Area), divergence.Tick),
                (SweepTable.Ticks, MetricPlace.Network, outcome.Tick),
                (SweepTable.Frames, MetricPlace.Network, outcome.Figures.Frames),
            ];
        }

        return
        [
            .. LastValues(),
            (SweepTable.TimePerTick, MetricPlace.Network, PerTick(seconds)),
            (SweepTable.WaitingPerTick, MetricPlace.Network, PerTick(outcome.Figures.Waited)),
            (SweepTable.Ticks, MetricPlace.Network, outcome.Tick),
            (SweepTable.Frames, MetricPlace.Network, outcome.Figures.Frames),
        ];

        // Microseconds.
        double PerTick(double time) => outcome.Tick > 0 ? Math.Round(1e6 * time / outcome.Tick, 4) : double.NaN;
    }
}
