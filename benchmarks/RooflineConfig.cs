using BenchmarkDotNet.Configs;

namespace PalActors.Benchmarks;

/// <summary>Adds the columns that compare a kernel with the limits of the machine.</summary>
internal sealed class RooflineConfig : ManualConfig
{
    public RooflineConfig() => AddColumn(
        new RooflineColumn(
            "Bytes/op",
            "Bytes of M and D read and written per operation, padding included",
            (traffic, _) => traffic.Moved,
            value => $"{value:#,0}"),
        new RooflineColumn(
            "GB/s",
            "These bytes over the mean time",
            (traffic, nanoseconds) => traffic.Moved / nanoseconds,
            Series.Text),
        new RooflineColumn(
            "Level",
            "The smallest working set of the bandwidth benchmark that the matrices fit into twice over, or the largest",
            (traffic, _) => Level(traffic).Bytes,
            _ => "",
            traffic => Level(traffic).Name),
        new RooflineColumn(
            "Of limit",
            "GB/s over the bandwidth in place that this level was measured at in this process; "
                + "reading alone (None) can exceed it",
            (traffic, nanoseconds) => traffic.Moved / nanoseconds / Level(traffic).GigabytesPerSecond,
            value => $"{100 * value:0} %"),
        new RooflineColumn(
            "Gflop/s",
            "Floating-point operations of sum and update over the mean time; "
                + "one core could do what the command 'bandwidth' prints",
            (traffic, nanoseconds) => traffic.Operations / nanoseconds,
            Series.Text));

    private static StreamLevel Level(PassTraffic traffic) => MachineLimits.Measured.LevelOf(traffic.Held);
}
