using System.Diagnostics;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>A value at an epoch.</summary>
/// <param name="Epoch">Epochs done when it was measured, a fraction inside an epoch; 0 before the first.</param>
/// <param name="Value">The value.</param>
public readonly record struct EpochValue(double Epoch, double Value);

/// <summary>
/// All that is known of one network while it runs and after: how far it is, what was measured, how it ended. Actor threads write, the display reads;
/// each call takes a lock for an instant.
/// </summary>
public sealed class NetworkRecord(NetworkPlan plan)
{
    private readonly Lock _lock = new();
    private readonly List<Metric> _metrics = [];
    private long _started;
    private long _finished;
    private long _tick;
    private long _firstTick;
    private NetworkEnd? _outcome;
    private NetworkFigures _figures = NetworkFigures.None;

    /// <summary>The network.</summary>
    public NetworkPlan Plan { get; } = plan;

    /// <summary>Whether its actors are up.</summary>
    public bool Started => Volatile.Read(ref _started) != 0;

    /// <summary>The last tick that all areas have completed.</summary>
    public long Tick => Volatile.Read(ref _tick);

    /// <summary>How it ended, or null while it runs.</summary>
    public NetworkEnd? Outcome => Volatile.Read(ref _outcome);

    /// <summary>Divergence that ended it, or null.</summary>
    public Divergence? Divergence => Outcome?.Divergence;

    /// <summary>Indicates whether nothing of it is left to compute: it is complete, or it diverged.</summary>
    public bool HasEnded => Outcome is { Completed: true } or { Divergence: not null };

    /// <summary>Seconds that it has run.</summary>
    public double Seconds
    {
        get
        {
            long started = Volatile.Read(ref _started), finished = Volatile.Read(ref _finished);
            if (Outcome is { } end)
                return end.Seconds;
            if (started == 0)
                return 0;
            return Stopwatch.GetElapsedTime(started, finished != 0 ? finished : Stopwatch.GetTimestamp()).TotalSeconds;
        }
    }

    /// <summary>The number of values measured.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _metrics.Count;
        }
    }

    /// <summary>Its actors are up, perhaps not for the first time.</summary>
    public void Start() => Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0);

    /// <summary>It goes on from a tick: what was measured after it is forgotten.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    public bool CutBack(long tick)
    {
        int forgotten;
        lock (_lock)
            forgotten = _metrics.RemoveAll(metric => metric.Tick > tick);
        if (!Started)
            Volatile.Write(ref _firstTick, tick);
        Volatile.Write(ref _tick, tick);
        return forgotten > 0;
    }

    /// <summary>Evaluations that an earlier run had made.</summary>
    public int EvaluationsBefore { get; set; }

    /// <summary>The tick that this process began from: 0, or that of an earlier run's snapshot.</summary>
    public long FirstTick => Volatile.Read(ref _firstTick);

    /// <summary>All areas have completed a tick.</summary>
    public void Progress(long tick) => Volatile.Write(ref _tick, tick);

    /// <summary>What has come over its links so far.</summary>
    public NetworkFigures Figures
    {
        get => Volatile.Read(ref _figures);
        set => Volatile.Write(ref _figures, value);
    }

    /// <summary>It ended.</summary>
    public void Finish(NetworkOutcome outcome)
    {
        Volatile.Write(ref _finished, Stopwatch.GetTimestamp());
        string? digest = outcome.States.Length > 0 ? outcome.Digest : null;
        Finish(new NetworkEnd(outcome.Tick, outcome.Completed, outcome.Figures, digest, Seconds)
        {
            Divergence = outcome.Divergence,
        });
    }

    /// <summary>It ended, perhaps in an earlier run.</summary>
    public void Finish(NetworkEnd end)
    {
        Volatile.Write(ref _tick, end.Tick);
        Figures = end.Figures;
        Volatile.Write(ref _outcome, end);
    }

    /// <summary>A value was measured.</summary>
    public void Add(Metric metric)
    {
        lock (_lock)
            _metrics.Add(metric);
    }

    /// <summary>The values of a metric, in all areas, in the order in which they came.</summary>
    public IReadOnlyList<Metric> Values(string name)
    {
        lock (_lock)
            return [.. _metrics.Where(metric => metric.Name == name)];
    }

    /// <summary>The values of a metric, by epoch.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="area">The area, or null for metrics of the network.</param>
    public IReadOnlyList<EpochValue> Series(string name, int? area = null)
    {
        lock (_lock)
            return [.. _metrics.Where(m => m.Name == name && m.Area == area).Select(m => new EpochValue(EpochsDone(m), m.Value))];
    }

    // Records may fall anywhere in an epoch; evaluations stand at its end.
    private double EpochsDone(Metric metric)
    {
        if (Plan.Schedule.RecordEvery == 0 || metric.Epoch == 0)
            return metric.Epoch;
        Phase phase = Plan.Schedule.Phases[Plan.Schedule.IndexOf(metric.Tick)];
        return phase.Epoch - 1 + ((double)(metric.Tick - phase.FirstTick + 1) / phase.Ticks);
    }

    /// <summary>The last value of a metric, or NaN.</summary>
    public double Last(string name, int? area = null)
    {
        lock (_lock)
            return _metrics.FindLast(m => m.Name == name && m.Area == area)?.Value ?? double.NaN;
    }

    /// <summary>The last value of each metric and area, in the order of their first.</summary>
    public IReadOnlyList<Metric> LastOfEach()
    {
        lock (_lock)
            return [.. _metrics.GroupBy(m => (m.Name, m.Area)).Select(group => group.Last())];
    }
}
