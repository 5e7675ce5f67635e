using PalActors.Clustering.Reports;

namespace PalActors.Benchmarks;

/// <summary>What a network costs in steady state.</summary>
/// <param name="Microseconds">Wall-clock time per tick; of several seeds side by side, per tick of any of them.</param>
/// <param name="Bytes">Bytes allocated per tick, by the whole process.</param>
/// <param name="Frames">Frames delivered per tick.</param>
/// <param name="Beside">The same of what was measured beside it, or null.</param>
/// <param name="Outcomes">How the last of the shorter runs ended.</param>
internal sealed record Timing(Series Microseconds, Series Bytes, double Frames, Series? Beside, IReadOnlyList<NetworkOutcome> Outcomes)
{
    /// <summary>Ticks per second, of all seeds together.</summary>
    public double TicksPerSecond => 1e6 / Microseconds.Median;
}
