namespace PalActors.Benchmarks;

/// <summary>Networks that differ in one respect.</summary>
/// <param name="Name">Name of the quantity that varies, one word.</param>
/// <param name="Title">Description of what stays the same.</param>
/// <param name="Axis">Label of the axis of the quantity that varies.</param>
/// <param name="Quantity">Label of the axis of the measured quantity.</param>
/// <param name="Of">Gets the measured quantity of a point.</param>
/// <param name="Networks">The networks by the value that varies.</param>
internal sealed record ScalingSweep(
    string Name,
    string Title,
    string Axis,
    string Quantity,
    Func<ScalingPoint, double> Of,
    IReadOnlyList<(double Value, TimedNetwork Network)> Networks)
{
    /// <summary>Threads of each network's dispatcher.</summary>
    /// <remarks>
    /// One, so that costs are those of a core and no threshold between thread counts shows in a curve.
    /// </remarks>
    public const int Threads = 1;

    /// <summary>All sweeps.</summary>
    public static IReadOnlyList<ScalingSweep> All { get; } =
    [
        new(
            "neurons", "3 areas and an input of the same size", "neurons per area", "µs per tick",
            point => point.Timing.Microseconds.Median,
            [.. new[] { 10, 20, 50, 100, 200, 500, 1000 }.Select(n => ((double)n, new TimedNetwork([n, n, n, n])))]),
        // Only the input grows, so only W of area 1 grows, whose synapses are visited once per presentation.
        new(
            "input", "areas of 100 and 10 neurons behind a held input of 10 to 3,000", "synapses", "µs per tick",
            point => point.Timing.Microseconds.Median,
            [
                .. new[] { 10, 30, 100, 300, 1000, 3000 }
                    .Select(n => new TimedNetwork([n, 100, 10])).Select(network => ((double)network.Synapses, network)),
            ]),
        new(
            "depth", "areas of 20 neurons", "areas", "µs per tick and area", point => point.PerArea,
            [
                .. new[] { 3, 5, 9, 17, 33, 65 }.Select(
                    areas => ((double)areas, new TimedNetwork([.. Enumerable.Repeat(20, areas + 1)]))),
            ]),
        new(
            "seeds", "5-20-10-20-5 side by side on all cores", "seeds", "ticks per second in sum",
            point => point.Timing.TicksPerSecond,
            [
                .. new[] { 1, 2, 3, 5, 10, 20 }.Select(
                    seeds => ((double)seeds, new TimedNetwork([5, 20, 10, 20, 5], Seeds: seeds))),
            ]),
    ];
}
