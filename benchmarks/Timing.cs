using PalActors.Clustering.Reports;

namespace PalActors.Benchmarks;

/// <summary>Cost of a network in steady state.</summary>
/// <param name="Microseconds">Wall-clock time per tick; of several seeds side by side, per tick of any of them.</param>
/// <param name="Bytes">Bytes allocated per tick, by the whole process.</param>
/// <param name="Frames">Frames delivered per tick.</param>
/// <param name="Beside">Microseconds per tick of what was measured in the same rounds, or null.</param>
/// <param name="Outcomes">Outcomes of the last of the shorter runs.</param>
internal sealed record Timing(
    Series Microseconds, Series Bytes, double Frames, Series? Beside, IReadOnlyList<NetworkOutcome> Outcomes)
{
    /// <summary>Ticks per second, of all seeds together.</summary>
    public double TicksPerSecond => 1e6 / Microseconds.Median;
}
