using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>
/// Puts the values of a network in one order, by tick, area and name, whatever the order in which they come from its areas: metrics.csv is the same to the byte on any number of nodes. A tick's values are
/// handed on when all areas have passed it and its alignments, whose number the schedule tells, are there.
/// </summary>
/// <param name="plan">The network.</param>
/// <param name="write">Takes the values, in order.</param>
public sealed class OrderedMetrics(NetworkPlan plan, Action<Metric> write)
{
    private readonly SortedDictionary<long, List<Metric>> _waiting = [];
    private long _written;
    private long _reached;

    /// <summary>A value has come.</summary>
    public void Add(Metric metric)
    {
        if (!_waiting.TryGetValue(metric.Tick, out List<Metric>? values))
            _waiting[metric.Tick] = values = [];
        values.Add(metric);
        Release();
    }

    /// <summary>All areas have completed a tick.</summary>
    public void Progress(long tick)
    {
        _reached = tick;
        Release();
    }

    /// <summary>Everything up to a tick has come.</summary>
    public void Through(long tick)
    {
        while (_waiting.Count > 0 && _waiting.First() is { } first && first.Key <= tick)
            Write(first.Key, first.Value);
    }

    /// <summary>The network goes back to a tick: what was not handed on is forgotten.</summary>
    public void CutBack(long tick)
    {
        _waiting.Clear();
        _written = tick;
        _reached = tick;
    }

    private void Release()
    {
        while (_waiting.Count > 0 && _waiting.First() is { } first && first.Key <= _reached && IsWhole(first.Key, first.Value))
            Write(first.Key, first.Value);
    }

    // Alignments and comparisons lag behind their tick; they are the values of areas.
    private bool IsWhole(long tick, List<Metric> values)
    {
        long alignments = (plan.Schedule.RecordsUpTo(tick) - plan.Schedule.RecordsUpTo(_written)) * (plan.Top - 1) * 3;
        long comparisons = (plan.Schedule.ComparisonsUpTo(tick) - plan.Schedule.ComparisonsUpTo(_written)) * (long)plan.Top;
        int scheduled = values.Count(value => value.Area is not null && MetricNames.IsScheduled(value.Name));
        return scheduled == alignments + comparisons;
    }

    private void Write(long tick, List<Metric> values)
    {
        foreach (Metric value in values.OrderBy(value => value.Area ?? 0).ThenBy(value => value.Name, StringComparer.Ordinal))
            write(value);
        _waiting.Remove(tick);
        _written = tick;
    }
}
