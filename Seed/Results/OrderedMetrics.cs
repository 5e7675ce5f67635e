using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>
/// Puts the values of a network in one order, by tick, area and name, whatever the order in which they come from its
/// areas: metrics.csv is the same to the byte on any number of nodes. A tick's values are handed on when all areas have
/// passed it and closed its measures.
/// </summary>
/// <param name="plan">The network.</param>
/// <param name="write">Takes the values, in order.</param>
public sealed class OrderedMetrics(NetworkPlan plan, Action<Metric> write)
{
    private readonly SortedDictionary<long, List<Metric>> _waiting = [];
    private readonly long[] _closed = new long[plan.Top + 1];
    private long _from;
    private long _reached;
    private int _compared;

    /// <summary>An area has closed a tick.</summary>
    public void Add(AreaMeasures measures)
    {
        _closed[measures.Area] = measures.Tick;
        Add(measures.Tick, measures.Values);
    }

    /// <summary>The updates of all areas after a tick have been compared.</summary>
    public void AddCompared(long tick, IEnumerable<Metric> values)
    {
        _compared++;
        Add(tick, values);
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
        Array.Fill(_closed, tick);
        _from = tick;
        _reached = tick;
        _compared = 0;
    }

    private void Add(long tick, IEnumerable<Metric> values)
    {
        foreach (Metric value in values)
        {
            if (!_waiting.TryGetValue(tick, out List<Metric>? waiting))
                _waiting[tick] = waiting = [];
            waiting.Add(value);
        }

        Release();
    }

    private void Release()
    {
        while (_waiting.Count > 0 && _waiting.First() is { } first && first.Key <= _reached && IsWhole(first.Key))
            Write(first.Key, first.Value);
    }

    // Comparisons lag behind their tick, and come for all areas at once.
    private bool IsWhole(long tick) =>
        _closed.Skip(1).All(closed => closed >= tick)
        && _compared >= plan.Schedule.ComparisonsUpTo(tick) - plan.Schedule.ComparisonsUpTo(_from);

    private void Write(long tick, List<Metric> values)
    {
        IOrderedEnumerable<Metric> byArea = values.OrderBy(value => value.Area ?? 0);
        foreach (Metric value in byArea.ThenBy(value => value.Name, StringComparer.Ordinal))
            write(value);
        _waiting.Remove(tick);
    }
}
