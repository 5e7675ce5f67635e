using System.Diagnostics;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Benchmarks;

/// <summary>Measures the time per tick of a run in steady state.</summary>
/// <remarks>
/// From the first report after a given tick to the last, which leaves out start-up and most compiling.
/// </remarks>
/// <param name="from">Tick after which the measurement starts.</param>
internal sealed class SteadyWatch(long from) : IRunObserver
{
    private long _start;
    private long _startTick;
    private long _end;
    private long _endTick;
    private double _startWaited;
    private double _endWaited;

    /// <summary>Adds the measured times to those of other runs.</summary>
    public void AddTo(TickTimes times)
    {
        times.PerTick.Add(Stopwatch.GetElapsedTime(_start, _end).TotalMicroseconds / (_endTick - _startTick));
        times.Waiting.Add(1e6 * (_endWaited - _startWaited) / (_endTick - _startTick));
    }

    /// <inheritdoc/>
    public void Started(int network)
    {
    }

    /// <inheritdoc/>
    public void Progressed(int network, long tick)
    {
        if (tick < from)
            return;
        if (_start == 0)
            (_start, _startTick) = (Stopwatch.GetTimestamp(), tick);
        (_end, _endTick) = (Stopwatch.GetTimestamp(), tick);
    }

    /// <inheritdoc/>
    /// <remarks>Is reported right after the progress that it belongs to.</remarks>
    public void Measured(int network, NetworkFigures figures)
    {
        if (_start == 0)
            return;
        _endWaited = figures.Waited;
        if (_endTick == _startTick)
            _startWaited = figures.Waited;
    }

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
    }

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
    }
}
