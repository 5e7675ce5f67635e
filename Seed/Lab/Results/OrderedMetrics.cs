using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Sorts the values of a network by tick, area and name.</summary>
/// <remarks>
/// Values come from the areas in any order; sorted, metrics.csv is the same to the byte on any number of nodes. The
/// values of a tick are written when all areas have passed it and closed its measures.
/// </remarks>
/// <param name="plan">The network.</param>
/// <param name="write">Receives the values, in order.</param>
internal sealed class OrderedMetrics(NetworkPlan plan, Action<Metric> write)
{
    private readonly SortedDictionary<long, List<Metric>> _waiting = [];
    private readonly AreaGraph _graph = plan.Graph;
    private readonly long[] _closed = new long[plan.Graph.WithCells.Count];
    private long _from;
    private long _reached;
    private int _compared;

    /// <summary>Last tick whose measures all areas have closed.</summary>
    public long ClosedTick => _closed.Min();

    /// <summary>Adds the values of a tick that an area has closed.</summary>
    public void Add(AreaMeasures measures)
    {
        _closed[_graph.PlaceOf(measures.Area)] = measures.Tick;
        Add(measures.Tick, measures.Values);
    }

    /// <summary>Adds the comparisons of the updates of all areas after a tick.</summary>
    public void AddCompared(long tick, IEnumerable<Metric> values)
    {
        _compared++;
        Add(tick, values);
    }

    /// <summary>Records that all areas have completed a tick.</summary>
    public void Progress(long tick)
    {
        _reached = tick;
        Release();
    }

    /// <summary>Writes all values up to a tick, none of which is missing.</summary>
    public void Through(long tick)
    {
        while (_waiting.Count > 0 && _waiting.First() is { } first && first.Key <= tick)
            Write(first.Key, first.Value);
    }

    /// <summary>Goes back to a tick, and forgets all values that were not written.</summary>
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
        _closed.All(closed => closed >= tick)
        && _compared >= plan.Schedule.ComparisonsUpTo(tick) - plan.Schedule.ComparisonsUpTo(_from);

    private void Write(long tick, List<Metric> values)
    {
        IOrderedEnumerable<Metric> byArea = values.OrderBy(value => value.Place);
        foreach (Metric value in byArea.ThenBy(value => value.Name, StringComparer.Ordinal))
            write(value);
        _waiting.Remove(tick);
    }
}
