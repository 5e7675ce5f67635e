using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Progress, measured values and end of one network.</summary>
/// <remarks>Actor threads write, the display reads; calls about values take a lock for an instant.</remarks>
/// <param name="plan">The network.</param>
/// <param name="cells">Its cell model.</param>
public sealed partial class NetworkRecord(NetworkPlan plan, IAreaModel cells)
{
    private long _started;
    private long _finished;
    private long _tick;
    private long _firstTick;
    private NetworkEnd? _outcome;
    private NetworkFigures _figures = NetworkFigures.None;

    /// <summary>The network.</summary>
    public NetworkPlan Plan { get; } = plan;

    /// <summary>Its cell model.</summary>
    public IAreaModel Cells => cells;

    /// <summary>Areas and pathways of the network.</summary>
    public AreaGraph Graph { get; } = plan.Graph;

    /// <summary>Metric of its evaluations after each epoch; null for a task without any.</summary>
    public MetricDescriptor? Validation { get; } = Evaluations.Of(plan, cells, "validation");

    /// <summary>Metric of its evaluation at the end; null without one.</summary>
    public MetricDescriptor? Test { get; } = Evaluations.Of(plan, cells, "test");

    /// <summary>Checks whether its actors are up, or were.</summary>
    public bool Started => Volatile.Read(ref _started) != 0;

    /// <summary>The last tick that all areas have completed.</summary>
    public long Tick => Volatile.Read(ref _tick);

    /// <summary>Its end, or null while it runs.</summary>
    public NetworkEnd? Outcome => Volatile.Read(ref _outcome);

    /// <summary>Divergence that ended it, or null.</summary>
    public Divergence? Divergence => Outcome?.Divergence;

    /// <summary>Checks whether nothing of it is left to compute: it is complete, or it diverged.</summary>
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

    /// <summary>Records that its actors are up, if this is the first call.</summary>
    public void Start() => Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0);

    /// <summary>Goes back to a tick, and forgets all values measured after it.</summary>
    /// <returns>True if there were any.</returns>
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

    /// <summary>Records that all areas have completed a tick.</summary>
    public void Progress(long tick) => Volatile.Write(ref _tick, tick);

    /// <summary>Traffic over its links so far.</summary>
    public NetworkFigures Figures
    {
        get => Volatile.Read(ref _figures);
        set => Volatile.Write(ref _figures, value);
    }

    /// <summary>Records its end.</summary>
    public void Finish(NetworkOutcome outcome)
    {
        Volatile.Write(ref _finished, Stopwatch.GetTimestamp());
        string? digest = outcome.States.Length > 0 ? outcome.Digest : null;
        Finish(new NetworkEnd(outcome.Tick, outcome.Completed, outcome.Figures, digest, Seconds)
        {
            Divergence = outcome.Divergence,
            Places = Places is { } places ? [.. places] : null,
            Decisions = outcome is { Completed: true, Decisions: { } counts }
                ? [.. DecisionCounts.Rows(counts).Select(row => Array.ConvertAll(row, value => (int)value))]
                : null,
        });
    }

    /// <summary>Records its end, perhaps in an earlier run.</summary>
    public void Finish(NetworkEnd end)
    {
        Volatile.Write(ref _tick, end.Tick);
        Figures = end.Figures;
        Places = end.Places;
        Volatile.Write(ref _outcome, end);
    }
}
