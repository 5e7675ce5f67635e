using System.Diagnostics;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Benchmarks;

/// <summary>Measures the time from the first network's start to the last one's end.</summary>
internal sealed class RunStopwatch : IRunObserver
{
    private readonly Lock _lock = new();
    private long _first = long.MaxValue;
    private long _last;

    /// <summary>The time between them.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_first, _last);

    /// <inheritdoc/>
    public void Started(int network)
    {
        lock (_lock)
            _first = Math.Min(_first, Stopwatch.GetTimestamp());
    }

    /// <inheritdoc/>
    public void Progressed(int network, long tick)
    {
    }

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
    }

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        lock (_lock)
            _last = Math.Max(_last, Stopwatch.GetTimestamp());
    }
}
