using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Seed.Results;

namespace PalActors.Seed.Sweeps;

/// <summary>
/// How one network of a sweep is getting on, and the last value of each of its measures; a sweep has too many networks to keep all values. Actor threads write, the display reads.
/// </summary>
/// <param name="network">The network.</param>
public sealed class SweepCourse(SweepNetwork network)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Metric, int? Area), double> _last = [];
    private readonly UpdateComparer _comparer = new(network.Plan);
    private readonly Dictionary<(int Area, int Epoch), int> _saturated = [];
    private int _errorEpoch;
    private double _errorSum;
    private int _errors;
    private long _started;
    private long _tick;
    private int _ended;
    private int _diverged;

    /// <summary>The network.</summary>
    public SweepNetwork Network => network;

    /// <summary>Whether its actors are up, or were.</summary>
    public bool Started => Volatile.Read(ref _started) != 0;

    /// <summary>Whether it has ended.</summary>
    public bool Ended => Volatile.Read(ref _ended) != 0;

    /// <summary>Indicates whether it diverged.</summary>
    public bool Diverged => Volatile.Read(ref _diverged) != 0;

    /// <summary>Indicates whether it is done: at the end of its schedule, or diverged, rather than stopped.</summary>
    public bool Completed => Ended && (Diverged || Tick == network.Plan.Schedule.EndTick);

    /// <summary>The last tick that all areas have completed.</summary>
    public long Tick => Volatile.Read(ref _tick);

    /// <summary>The last tick that it runs to, or ran to.</summary>
    public long LastTick => Diverged ? Tick : network.Plan.Schedule.EndTick;

    /// <summary>Its actors are up.</summary>
    public void Start() => Interlocked.CompareExchange(ref _started, Stopwatch.GetTimestamp(), 0);

    /// <summary>All areas have completed a tick.</summary>
    public void Progress(long tick) => Volatile.Write(ref _tick, tick);

    /// <summary>A value was measured.</summary>
    public void Add(Metric metric)
    {
        lock (_lock)
        {
            if (metric.Name == CommonMetrics.Saturated)
            {
                (int, int) where = (metric.Area!.Value, metric.Epoch);
                _saturated[where] = _saturated.GetValueOrDefault(where) + 1;
                return;
            }

            _last[(metric.Name, metric.Area)] = metric.Value;
            if (metric.Name != CommonMetrics.ErrorTarget)
                return;
            (_errorEpoch, _errorSum, _errors) = metric.Epoch == _errorEpoch ? (_errorEpoch, _errorSum + metric.Value, _errors + 1) : (metric.Epoch, metric.Value, 1);
            _last[(SweepTable.ErrorOverEpoch, null)] = _errorSum / _errors;
        }
    }

    /// <summary>An area's state has come, to be compared with backpropagation.</summary>
    public void Add(AreaState state)
    {
        foreach (Metric metric in _comparer.Take(state))
            Add(metric);
    }

    /// <summary>It ended.</summary>
    /// <returns>
    /// What its rows hold: the last value of each measure, in a fixed order, then time per tick, ticks and frames.
    /// If it diverged, that, with ticks and frames.
    /// </returns>
    public IReadOnlyList<(string Metric, int? Area, double Value)> End(NetworkOutcome outcome)
    {
        double seconds = Stopwatch.GetElapsedTime(Volatile.Read(ref _started)).TotalSeconds;
        Progress(outcome.Tick);
        Volatile.Write(ref _diverged, outcome.Divergence is null ? 0 : 1);
        Volatile.Write(ref _ended, 1);
        if (outcome.Divergence is { } divergence)
        {
            return
            [
                (SweepTable.DivergedAtTick, divergence.Area, divergence.Tick),
                (SweepTable.Ticks, null, outcome.Tick),
                (SweepTable.Frames, null, outcome.Figures.Frames),
            ];
        }

        lock (_lock)
        {
            return
            [
                .. _last.OrderBy(pair => pair.Key.Metric, StringComparer.Ordinal).ThenBy(pair => pair.Key.Area ?? 0).Select(pair => (pair.Key.Metric, pair.Key.Area, pair.Value)),
                .. Saturations(),
                (SweepTable.TimePerTick, null, outcome.Tick > 0 ? Math.Round(1e6 * seconds / outcome.Tick, 4) : double.NaN),
                (SweepTable.WaitingPerTick, null, outcome.Tick > 0 ? Math.Round(1e6 * outcome.Figures.Waited / outcome.Tick, 4) : double.NaN),
                (SweepTable.Ticks, null, outcome.Tick),
                (SweepTable.Frames, null, outcome.Figures.Frames),
            ];
        }
    }

    // Epochs at all of whose coarse boundaries an area was saturated.
    private IEnumerable<(string Metric, int? Area, double Value)> Saturations() => _saturated
        .Where(pair => pair.Value == network.Plan.Schedule.BoundariesIn(pair.Key.Epoch))
        .GroupBy(pair => pair.Key.Area).OrderBy(area => area.Key)
        .Select(area => (SweepTable.SaturatedEpochs, (int?)area.Key, (double)area.Count()));
}
