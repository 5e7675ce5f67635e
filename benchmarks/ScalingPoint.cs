using System.Globalization;

namespace PalActors.Benchmarks;

/// <summary>Measurement of one network of a sweep.</summary>
/// <param name="Sweep">Name of the quantity that varies.</param>
/// <param name="Value">Its value.</param>
/// <param name="Network">The network.</param>
/// <param name="Timing">Its measured cost.</param>
internal sealed record ScalingPoint(string Sweep, double Value, TimedNetwork Network, Timing Timing)
{
    /// <summary>Header line of a file of points.</summary>
    public const string CsvHeader =
        "sweep,value,layers,areas,synapses,seeds,us_per_tick_median,us_per_tick_min,us_per_tick_max,"
        + "ticks_per_second,us_per_area,ns_per_synapse,frames_per_tick,bytes_per_tick";

    /// <summary>Cost per area and tick.</summary>
    public double PerArea => Timing.Microseconds.Median / Network.Areas;

    /// <summary>Nanoseconds per synapse and tick, with all other costs included.</summary>
    public double PerSynapse => Timing.Microseconds.Median * 1000 / Network.Synapses;

    /// <summary>Formats the point as a line of such a file.</summary>
    public string Csv() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sweep},{Value},{string.Join('-', Network.Layers)},{Network.Areas},{Network.Synapses},{Network.Seeds},"
            + $"{Timing.Microseconds.Median:G6},{Timing.Microseconds.Least:G6},{Timing.Microseconds.Most:G6},"
            + $"{Timing.TicksPerSecond:G6},{PerArea:G6},{PerSynapse:G6},"
            + $"{Timing.Frames:G6},{Timing.Bytes.Median:G6}");
}
