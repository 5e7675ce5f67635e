using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Telemetry;

/// <summary>Metrics and spans of one network, from what its clock reports.</summary>
/// <remarks>Calls come one after the other.</remarks>
internal sealed class NetworkMeter
{
    private static readonly TimeSpan s_rateTime = TimeSpan.FromSeconds(1);

    private readonly NetworkPlan _plan;
    private readonly AreaGraph _graph;
    private readonly ModelRegistry _models;
    private readonly TagList _tags;
    private Dictionary<string, MetricForm>? _forms;
    private long _tick;
    private (long Tick, long Time) _rateFrom;
    private long _lost;
    private ActivityContext _parent;

    /// <summary>Makes the metrics of a network, with the counters at 0.</summary>
    public NetworkMeter(NetworkPlan plan, ModelRegistry models)
    {
        (_plan, _graph, _models) = (plan, plan.Graph, models);
        _tags = Tags(plan);
        Instruments.Ticks.Add(0, _tags);
        Instruments.Recoveries.Add(0, _tags);
        Instruments.Divergences.Add(0, _tags);
        Instruments.Snapshots.Add(0, With("palactors.outcome", "kept"));
        Instruments.Snapshots.Add(0, With("palactors.outcome", "failed"));
    }

    /// <summary>Attributes that name a network.</summary>
    public static TagList Tags(NetworkPlan plan) => new()
    {
        { "palactors.network", plan.Network },
        { "palactors.model", plan.Label },
        { "palactors.seed", $"{plan.Seed}" },
    };

    /// <summary>Takes the generation that goes on from a tick.</summary>
    public void Restored(int generation, long tick)
    {
        _tick = tick;
        _rateFrom = (tick, Stopwatch.GetTimestamp());
        Instruments.Generation.Record(generation, _tags);
        Instruments.Tick.Record(tick, _tags);
    }

    /// <summary>Takes the loss of a node; another may go before the network runs again.</summary>
    public void Lost()
    {
        Instruments.TickSpeed.Record(0, _tags);
        if (_lost != 0)
            return;
        _lost = Stopwatch.GetTimestamp();
        _parent = Activity.Current?.Context ?? default;
    }

    /// <summary>Takes that the network runs.</summary>
    public void Started()
    {
        _rateFrom = (_tick, Stopwatch.GetTimestamp());
        if (_lost == 0)
            return;
        TimeSpan taken = Stopwatch.GetElapsedTime(_lost);
        _lost = 0;
        Instruments.Recoveries.Add(1, _tags);
        Instruments.RecoveryTime.Record(taken.TotalSeconds, _tags);
        Instruments.Spans.StartActivity(
            "recovery", ActivityKind.Internal, _parent, _tags, startTime: DateTimeOffset.UtcNow - taken)?.Dispose();
    }

    /// <summary>Takes the tick that all areas have completed.</summary>
    public void Progressed(long tick)
    {
        Instruments.Ticks.Add(Math.Max(0, tick - _tick), _tags);
        _tick = tick;
        Instruments.Tick.Record(tick, _tags);
        TimeSpan taken = Stopwatch.GetElapsedTime(_rateFrom.Time);
        if (taken < s_rateTime)
            return;
        Instruments.TickSpeed.Record((tick - _rateFrom.Tick) / taken.TotalSeconds, _tags);
        _rateFrom = (tick, Stopwatch.GetTimestamp());
    }

    /// <summary>Takes the traffic over its links.</summary>
    public void Measured(NetworkFigures figures)
    {
        if (figures.Staleness.Count == 0)
            return;
        long ticks = figures.Staleness.Sum(link => link.Ticks.Sum());
        long sum = figures.Staleness.Sum(link => link.Ticks.Select((count, stale) => count * stale).Sum());
        Instruments.StalenessMean.Record(ticks == 0 ? 0 : (double)sum / ticks, _tags);
        Instruments.StalenessLargest.Record(figures.Staleness.Max(link => link.Ticks.Length - 1), _tags);
    }

    /// <summary>Takes the end of a snapshot.</summary>
    /// <param name="outcome"><c>kept</c> or <c>failed</c>.</param>
    public void Snapshot(string outcome) => Instruments.Snapshots.Add(1, With("palactors.outcome", outcome));

    /// <summary>Takes what an area measured.</summary>
    public void Recorded(Metric metric)
    {
        _forms ??= _models.Of(_plan).Metrics.ToDictionary(known => known.Name, known => known.Form);
        bool isKnown = _forms.TryGetValue(metric.Name, out MetricForm form) && IsHere(metric.Place);
        if (!isKnown || !double.IsFinite(metric.Value))
            return;
        if (form == MetricForm.Share && Instruments.Accuracy.Enabled && metric.Place == MetricPlace.Network)
        {
            Instruments.Accuracy.Record(metric.Value, With("palactors.metric", metric.Name));
        }
        else if (form == MetricForm.Angle && Instruments.Angle.Enabled)
        {
            TagList tags = With("palactors.metric", metric.Name);
            tags.Add("palactors.place", _graph.TextOf(metric.Place));
            Instruments.Angle.Record(metric.Value, tags);
        }
    }

    /// <summary>Takes the end of the network.</summary>
    public void Finished(NetworkOutcome outcome)
    {
        Progressed(outcome.Tick);
        Measured(outcome.Figures);
        Instruments.TickSpeed.Record(0, _tags);
        if (outcome.Divergence is not null)
            Instruments.Divergences.Add(1, _tags);
    }

    // A value may come from another node.
    private bool IsHere(MetricPlace place) =>
        (uint)(place.Area ?? 0) < _graph.Count && (uint)(place.To ?? 0) < _graph.Count;

    private TagList With(string name, string value)
    {
        TagList tags = _tags;
        tags.Add(name, value);
        return tags;
    }
}
