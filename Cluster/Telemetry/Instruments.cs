using System.Diagnostics;
using System.Diagnostics.Metrics;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Telemetry;

/// <summary>Instruments of the meter and of the activity source named <see cref="Name"/>.</summary>
/// <remarks>
/// Values are added at coarse boundaries only, where reports come anyway; without a listener an addition is a check of
/// a flag. The table of docs/operations.md lists them all, and a test compares it with this class.
/// </remarks>
public static class Instruments
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "PalActors";

    // Initialized before the instruments below, in the order of the text.
    private static readonly InstrumentAdvice<double> s_seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100] };

    private static readonly InstrumentAdvice<long> s_bytes =
        new() { HistogramBucketBoundaries = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000] };

    /// <summary>The meter.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The source of spans: <c>run</c>, <c>generation</c>, <c>recovery</c>, <c>snapshot</c>.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Begins the span of a run.</summary>
    /// <param name="plans">Its networks.</param>
    /// <param name="nodes">Area nodes that it waits for.</param>
    internal static Activity? StartRun(IReadOnlyList<NetworkPlan> plans, int nodes) =>
        Spans.StartActivity("run")?.SetTag("palactors.networks", plans.Count).SetTag("palactors.nodes", nodes);

    /// <summary>Frames that were delivered to areas of this process.</summary>
    internal static Counter<long> Frames { get; } = Meter.CreateCounter<long>(
        "palactors.frames", "{frame}", "Frames delivered to the areas of this process");

    /// <summary>Bytes of the frames from other nodes.</summary>
    internal static Counter<long> FrameBytes { get; } = Meter.CreateCounter<long>(
        "palactors.frame.io", "By", "Bytes of the frames that came from other nodes");

    /// <summary>Requests for frames that did not come.</summary>
    internal static Counter<long> Requests { get; } = Meter.CreateCounter<long>(
        "palactors.frame.requests", "{request}", "Requests of the areas of this process for frames that did not come");

    /// <summary>Time in which lanes had nothing to do.</summary>
    internal static Counter<double> Waiting { get; } = Meter.CreateCounter<double>(
        "palactors.waiting.time", "s", "Time in which the threads of the networks in this process had nothing to do");

    /// <summary>Areas in this process.</summary>
    internal static UpDownCounter<long> Areas { get; } = Meter.CreateUpDownCounter<long>(
        "palactors.areas", "{area}", "Areas that this process hosts");

    /// <summary>Nodes that the seed node knows.</summary>
    internal static Gauge<long> Nodes { get; } = Meter.CreateGauge<long>(
        "palactors.nodes", "{node}", "Area nodes that have joined, spares among them");

    /// <summary>Ticks that were computed.</summary>
    internal static Counter<long> Ticks { get; } = Meter.CreateCounter<long>(
        "palactors.ticks", "{tick}", "Ticks that all areas have completed, those computed again included");

    /// <summary>Last complete tick.</summary>
    internal static Gauge<long> Tick { get; } = Meter.CreateGauge<long>(
        "palactors.tick", "{tick}", "Last tick that all areas have completed");

    /// <summary>Speed of a network.</summary>
    internal static Gauge<double> TickSpeed { get; } = Meter.CreateGauge<double>(
        "palactors.tick.speed", "{tick}/s", "Ticks per second, over the last second or more; 0 at the end");

    /// <summary>Generation of a network's actors.</summary>
    internal static Gauge<long> Generation { get; } = Meter.CreateGauge<long>(
        "palactors.generation", "{generation}", "Generation of the network's actors");

    /// <summary>Nodes lost and replaced.</summary>
    internal static Counter<long> Recoveries { get; } = Meter.CreateCounter<long>(
        "palactors.recoveries", "{recovery}", "Times that the network ran again after the loss of a node");

    /// <summary>Time that a recovery took.</summary>
    internal static Histogram<double> RecoveryTime { get; } = Meter.CreateHistogram<double>(
        "palactors.recovery.duration", "s", "Time from the notice of a loss until the network ran again", null,
        s_seconds);

    /// <summary>Snapshots.</summary>
    internal static Counter<long> Snapshots { get; } = Meter.CreateCounter<long>(
        "palactors.snapshots", "{snapshot}", "Snapshots of the network, kept or failed");

    /// <summary>Time that the writing of a snapshot took.</summary>
    internal static Histogram<double> SnapshotTime { get; } = Meter.CreateHistogram<double>(
        "palactors.snapshot.duration", "s", "Time to bring a snapshot, and all measured before it, to the disk", null,
        s_seconds);

    /// <summary>Bytes of a snapshot.</summary>
    internal static Histogram<long> SnapshotBytes { get; } = Meter.CreateHistogram<long>(
        "palactors.snapshot.size", "By", "Bytes of a snapshot on the disk", null, s_bytes);

    /// <summary>Shares of samples that were classified rightly.</summary>
    internal static Gauge<double> Accuracy { get; } = Meter.CreateGauge<double>(
        "palactors.accuracy", "1", "Last accuracy, as in metrics.csv");

    /// <summary>Angles between weights.</summary>
    internal static Gauge<double> Angle { get; } = Meter.CreateGauge<double>(
        "palactors.angle", "deg", "Last angle, as in metrics.csv");

    /// <summary>Networks that diverged.</summary>
    internal static Counter<long> Divergences { get; } = Meter.CreateCounter<long>(
        "palactors.divergences", "{divergence}", "Networks of which a value became infinite or not a number");

    /// <summary>Mean staleness of a network's links.</summary>
    internal static Gauge<double> StalenessMean { get; } = Meter.CreateGauge<double>(
        "palactors.staleness.mean", "{tick}", "Free-running: mean staleness of the emissions used so far");

    /// <summary>Largest staleness of a network's links.</summary>
    internal static Gauge<long> StalenessLargest { get; } = Meter.CreateGauge<long>(
        "palactors.staleness.max", "{tick}", "Free-running: largest staleness of the emissions used so far");
}
