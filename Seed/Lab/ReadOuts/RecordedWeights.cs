using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Readouts;
using PalActors.Lab.Experiments;
using PalActors.Lab.Recording;
using PalActors.Messages.Plan;

namespace PalActors.Lab.ReadOuts;

/// <summary>Weights of one network that a run recorded whole at the ends of its evaluations.</summary>
internal sealed class RecordedWeights
{
    private readonly Dictionary<(long Tick, int Area, string Observable), double[]> _values = [];
    private readonly IReadOnlyList<string> _observables;

    /// <summary>Reads them.</summary>
    /// <param name="recording">The recording of the run.</param>
    /// <param name="plan">The network.</param>
    /// <param name="cells">Its cell model.</param>
    /// <param name="observables">The observables to read, for instance those that make an encoder.</param>
    public RecordedWeights(
        RunRecording recording, NetworkPlan plan, IAreaModel cells, IReadOnlyList<string> observables)
    {
        _observables = observables;
        HashSet<long> ticks = [.. EncodingTicks.Of(plan).Select(end => end.Tick)];
        foreach (RecordedRows rows in recording.Rows(plan.Network))
        {
            RecordedSeries series = rows.Series;
            if (series.Network.Network != plan.Network
                || !observables.Contains(series.Observable.Name)
                || !IsWhole(series, cells.ShapeOf(plan, series.Observable, series.Area)))
                continue;
            for (int i = 0; i < rows.Ticks.Length; i++)
            {
                if (ticks.Contains(rows.Ticks[i]))
                {
                    _values[(rows.Ticks[i], series.Area, series.Observable.Name)] =
                        rows.Values[(i * series.Width)..((i + 1) * series.Width)];
                }
            }
        }
    }

    /// <summary>Values of an observable, row-major, or null if they were not recorded.</summary>
    public double[]? At(long tick, int area, string observable) =>
        _values.GetValueOrDefault((tick, area, observable));

    /// <summary>Sets the areas of an encoder up to one.</summary>
    /// <returns>False if something was not recorded at this tick.</returns>
    public bool Set(IEncoder encoder, long tick, int upTo)
    {
        for (int area = 1; area <= upTo; area++)
        {
            foreach (string observable in _observables)
            {
                if (At(tick, area, observable) is not { } values)
                    return false;
                encoder.Set(area, observable, values);
            }
        }

        return true;
    }

    private static bool IsWhole(RecordedSeries series, ObservableShape shape) =>
        series.Neurons.Length == shape.Rows && series.Columns == shape.Columns;
}
