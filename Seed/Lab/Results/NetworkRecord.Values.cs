using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <content>The measured values.</content>
public sealed partial class NetworkRecord
{
    private readonly Lock _lock = new();
    private readonly List<Metric> _metrics = [];
    private long _measuredTick;

    /// <summary>Last tick up to which the values of all areas are there.</summary>
    internal long MeasuredTick
    {
        get => Volatile.Read(ref _measuredTick);
        set => Volatile.Write(ref _measuredTick, value);
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

    /// <summary>Adds a measured value.</summary>
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
    /// <param name="place">The place; by default the network.</param>
    public IReadOnlyList<EpochValue> Series(string name, MetricPlace place = default)
    {
        lock (_lock)
        {
            IEnumerable<Metric> values = _metrics.Where(m => m.Name == name && m.Place == place);
            return [.. values.Select(m => new EpochValue(EpochsDone(m), m.Value))];
        }
    }

    /// <summary>All measured values by epoch, each metric at each place, in one pass.</summary>
    internal IReadOnlyDictionary<(string Name, MetricPlace Place), List<EpochValue>> AllSeries()
    {
        Dictionary<(string, MetricPlace), List<EpochValue>> all = [];
        lock (_lock)
        {
            foreach (Metric metric in _metrics)
            {
                if (!all.TryGetValue((metric.Name, metric.Place), out List<EpochValue>? values))
                    all[(metric.Name, metric.Place)] = values = [];
                values.Add(new EpochValue(EpochsDone(metric), metric.Value));
            }
        }

        return all;
    }

    /// <summary>Values of the evaluations after each epoch, none for a task without any.</summary>
    public IReadOnlyList<EpochValue> Validated() => Validation is { } metric ? Series(metric.Name) : [];

    // Records may be anywhere in an epoch; evaluations are at its end.
    private double EpochsDone(Metric metric)
    {
        if (Plan.Schedule.RecordEvery == 0 || metric.Epoch == 0)
            return metric.Epoch;
        Phase phase = Plan.Schedule.Phases[Plan.Schedule.IndexOf(metric.Tick)];
        return phase.Epoch - 1 + ((double)(metric.Tick - phase.FirstTick + 1) / phase.Ticks);
    }

    /// <summary>The last value of a metric, or NaN.</summary>
    public double Last(string name, MetricPlace place = default)
    {
        lock (_lock)
            return _metrics.FindLast(m => m.Name == name && m.Place == place)?.Value ?? double.NaN;
    }

    /// <summary>The value of a metric at a tick, or NaN.</summary>
    public double At(string name, MetricPlace place, long tick)
    {
        lock (_lock)
        {
            return _metrics.FirstOrDefault(m => m.Name == name && m.Place == place && m.Tick == tick)?.Value
                ?? double.NaN;
        }
    }

    /// <summary>The last value of each metric and area, in the order of their first values.</summary>
    public IReadOnlyList<Metric> LastOfEach()
    {
        lock (_lock)
            return [.. _metrics.GroupBy(m => (m.Name, m.Place)).Select(group => group.Last())];
    }
}
