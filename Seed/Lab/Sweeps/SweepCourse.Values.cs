using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;

namespace PalActors.Lab.Sweeps;

/// <content>Measured values.</content>
public sealed partial class SweepCourse
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Metric, MetricPlace Place), double> _last = [];
    private readonly UpdateComparer _comparer = new(network.Plan);
    private readonly Dictionary<(int Area, int Epoch), int> _saturated = [];
    private int _errorEpoch;
    private double _errorSum;
    private int _errors;

    /// <summary>Adds a measured value.</summary>
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

            _last[(metric.Name, metric.Place)] = metric.Value;
            if (metric.Name != CommonMetrics.ErrorTarget)
                return;
            (_errorEpoch, _errorSum, _errors) = metric.Epoch == _errorEpoch
                ? (_errorEpoch, _errorSum + metric.Value, _errors + 1)
                : (metric.Epoch, metric.Value, 1);
            _last[(SweepTable.ErrorOverEpoch, MetricPlace.Network)] = _errorSum / _errors;
        }
    }

    /// <summary>Adds an area's state, to be compared with backpropagation.</summary>
    public void Add(AreaState state)
    {
        foreach (Metric metric in _comparer.Take(state))
            Add(metric);
    }

    /// <summary>The last value of a measure of the network, or NaN.</summary>
    internal double Last(string metric)
    {
        lock (_lock)
            return _last.GetValueOrDefault((metric, MetricPlace.Network), double.NaN);
    }

    private IReadOnlyList<(string Metric, MetricPlace Place, double Value)> LastValues()
    {
        lock (_lock)
        {
            return
            [
                .. _last.OrderBy(pair => pair.Key.Metric, StringComparer.Ordinal)
                    .ThenBy(pair => pair.Key.Place)
                    .Select(pair => (pair.Key.Metric, pair.Key.Place, pair.Value)),
                .. Saturations(),
            ];
        }
    }

    // Number of epochs at all coarse boundaries of which an area was saturated.
    private IEnumerable<(string Metric, MetricPlace Place, double Value)> Saturations() => _saturated
        .Where(pair => pair.Value == network.Plan.Schedule.BoundariesIn(pair.Key.Epoch))
        .GroupBy(pair => pair.Key.Area).OrderBy(area => area.Key)
        .Select(area => (SweepTable.SaturatedEpochs, new MetricPlace(area.Key), (double)area.Count()));
}
