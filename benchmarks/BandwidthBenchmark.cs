using System.Runtime.Intrinsics;
using PalActors.Cli.Terminal;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>Prints the limits of this machine.</summary>
internal static class BandwidthBenchmark
{
    /// <summary>Measures and prints the limits.</summary>
    public static void Run()
    {
        MachineLimits limits = MachineLimits.Measured;
        Table table = new Table().AddColumns("working set", "read + written in place, GB/s", "double updates, 10^9/s");
        foreach (StreamLevel level in limits.Levels)
            table.AddRow(
                level.Name,
                Series.Text(level.GigabytesPerSecond),
                Series.Text(level.GigabytesPerSecond / (2 * sizeof(double))));
        ConsoleFactory.Create(Console.Out).Write(table);
        int bits = Vector512.IsHardwareAccelerated ? 512 : 256;
        Console.WriteLine(
            $"One core, the best of several. Streams with 256-bit vectors. Fused multiply-adds with {bits}-bit "
                + $"vectors: {Series.Text(limits.FmaGigaflops)} Gflop/s.");
    }
}
