using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors.Recording;

/// <summary>One entry of a recording in one area: when it is due next, and values that have not been sent.</summary>
internal sealed class RecordedEntry
{
    private readonly RecordingPlan _plan;
    private readonly Func<int, int, double> _value;
    private readonly int[] _rows;
    private readonly int _columns;
    private readonly double[]? _before;
    private int _nextListed;

    // The tick after which the values in _before were read.
    private long _woken = -1;

    public RecordedEntry(
        RecordingPlan plan, int index, ObservableDescriptor observable, ObservableShape shape, int area, IArea recorder)
    {
        _plan = plan;
        _value = recorder.Observe(observable.Name, area);
        Index = index;
        Area = area;
        (int rows, _columns) = shape;
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

        Width = checked(_rows.Length * _columns);
        _before = observable.IsChange ? new double[Width] : null;
        // What is there before the first tick has no tick to come after, and a change has nothing before that.
        bool fromStart = plan.Ticks.Length == 0 ? !observable.IsChange : plan.Ticks[0] == 0;
        Due = recorder.Tick == 0 && fromStart ? 0 : After(recorder.Tick);
    }

    public int Index { get; }

    public int Area { get; }

    public int Width { get; }

    /// <summary>Next tick to record, or the largest number.</summary>
    public long Due { get; private set; }

    /// <summary>Next tick after which there is something to do; a change needs the values before it too.</summary>
    public long Wake => _before is null || Due == long.MaxValue ? Due : _woken == Due - 1 ? Due : Due - 1;

    /// <summary>Ticks of the values.</summary>
    public List<long> Ticks { get; } = [];

    /// <summary>Values read and not sent.</summary>
    public List<double> Values { get; } = [];

    /// <summary>Does what is due after a complete tick.</summary>
    public void Take(long tick)
    {
        if (tick == Due)
        {
            Read(tick);
            Due = After(tick);
        }

        if (_before is not null && tick == Due - 1)
            Remember(tick);
    }

    private void Read(long tick)
    {
        Ticks.Add(tick);
        Values.EnsureCapacity(Values.Count + Width);
        int k = 0;
        foreach (int row in _rows)
        {
            for (int column = 0; column < _columns; column++)
            {
                double value = _value(row, column);
                Values.Add(_before is null ? value : value - _before[k]);
                k++;
            }
        }
    }

    private void Remember(long tick)
    {
        _woken = tick;
        int k = 0;
        foreach (int row in _rows)
        {
            for (int column = 0; column < _columns; column++)
                _before![k++] = _value(row, column);
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
