namespace PalActors.Benchmarks;

/// <summary>Times of several runs, in microseconds per tick.</summary>
internal sealed class TickTimes
{
    /// <summary>Wall-clock time.</summary>
    public List<double> PerTick { get; } = [];

    /// <summary>Time in which a process had nothing to compute, the mean of all processes.</summary>
    public List<double> Waiting { get; } = [];
}
