using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>One entry of a recording in one area: when it is due next, and values that have not been sent.</summary>
internal sealed class RecordedEntry
{
    private readonly RecordingPlan _plan;
    private readonly int[] _rows;
    private readonly int _columns;
    private readonly double[]? _before;
    private int _nextListed;

    // The tick after which the weights in _before were read.
    private long _woken = -1;

    public RecordedEntry(RecordingPlan plan, int index, int[] layers, int area, long lastTick)
    {
        _plan = plan;
        Observable = ObservableTable.Find(plan.Observable)
            ?? throw new ArgumentException(
                $"'{plan.Observable}' is no observable; "
                + $"valid is one of {string.Join(", ", ObservableTable.All.Select(o => o.Name))}.",
                nameof(plan));
        Index = index;
        Area = area;
        int rows = Observable.RowsIn(layers, area);
        _rows = plan.Neurons.Length > 0 ? plan.Neurons : [.. Enumerable.Range(0, rows)];
        if (_rows.Any(row => row < 0 || row >= rows))
        {
            throw new ArgumentException(
                $"neurons of {plan.Observable} are {string.Join(", ", _rows)}; "
                + $"valid in area {area} is 0 to {rows - 1}.",
                nameof(plan));
        }

        if (plan.Ticks.Length == 0 && plan.Every < 1)
        {
            throw new ArgumentException(
                $"every of {plan.Observable} is {plan.Every}; valid is 1 or more.", nameof(plan));
        }

        _columns = Observable.ColumnsIn(layers, area);
        Width = checked(_rows.Length * _columns);
        _before = Observable.IsChange ? new double[Width] : null;
        // What is there before the first tick has no tick to come after.
        Due = lastTick == 0 && plan.Ticks is [0, ..] ? 0 : After(lastTick);
    }

    public Observable Observable { get; }

    public int Index { get; }

    public int Area { get; }

    public int Width { get; }

    /// <summary>Next tick to record, or the largest number.</summary>
    public long Due { get; private set; }

    /// <summary>Next tick after which there is something to do; a change needs the weights before it too.</summary>
    public long Wake => _before is null || Due == long.MaxValue ? Due : _woken == Due - 1 ? Due : Due - 1;

    /// <summary>Ticks of the values.</summary>
    public List<long> Ticks { get; } = [];

    /// <summary>Values read and not sent.</summary>
    public List<double> Values { get; } = [];

    /// <summary>Does what is due after a complete tick.</summary>
    public void Take(CorticalArea core)
    {
        if (core.Tick == Due)
        {
            Read(core);
            Due = After(core.Tick);
        }

        if (_before is not null && core.Tick == Due - 1)
            Remember(core);
    }

    private void Read(CorticalArea core)
    {
        Ticks.Add(core.Tick);
        Values.EnsureCapacity(Values.Count + Width);
        int k = 0;
        foreach (int row in _rows)
        {
            for (int column = 0; column < _columns; column++)
            {
                double value = Observable.Value(core, row, column);
                Values.Add(_before is null ? value : value - _before[k]);
                k++;
            }
        }
    }

    private void Remember(CorticalArea core)
    {
        _woken = core.Tick;
        int k = 0;
        foreach (int row in _rows)
        {
            for (int column = 0; column < _columns; column++)
                _before![k++] = Observable.Value(core, row, column);
        }
    }

    private long After(long tick)
    {
        if (_plan.Ticks.Length == 0)
        {
            long periods = (tick / _plan.Every) + 1;
            return periods > long.MaxValue / _plan.Every ? long.MaxValue : periods * _plan.Every;
        }

        while (_nextListed < _plan.Ticks.Length && _plan.Ticks[_nextListed] <= tick)
            _nextListed++;
        return _nextListed < _plan.Ticks.Length ? _plan.Ticks[_nextListed] : long.MaxValue;
    }
}
