using PalActors.Cli.Terminal;
using PalActors.Clustering.Runs;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>Cost per tick of networks as actors against their size, depth and number.</summary>
internal static class ScalingBenchmark
{
    /// <summary>Measures all sweeps and prints their tables.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="only">A part of the names of the sweeps.</param>
    /// <param name="csv">Path of a file for all points, or null.</param>
    /// <param name="png">Path of a file for the figure, or null.</param>
    public static async Task RunAsync(int rounds, string only, string? csv, string? png)
    {
        IAnsiConsole console = ConsoleFactory.Create(Console.Out);
        List<(ScalingSweep Sweep, IReadOnlyList<ScalingPoint> Points)> all = [];
        foreach (ScalingSweep sweep in ScalingSweep.All.Where(
            sweep => sweep.Name.Contains(only, StringComparison.Ordinal)))
        {
            List<ScalingPoint> points = [];
            foreach ((double value, TimedNetwork network) in sweep.Networks)
                points.Add(new ScalingPoint(sweep.Name, value, network, await NetworkTiming.MeasureAsync(
                    network, rounds, new RunSettings { ThreadsPerNetwork = ScalingSweep.Threads })));
            console.Write(TableOf(sweep, points));
            if (sweep.Name == "depth")
                console.WriteLine(
                    "cost per area: the most expensive depth is "
                        + $"{Series.Text(points.Max(p => p.PerArea) / points.Min(p => p.PerArea))} times the cheapest; "
                        + "1 is flat.");
            all.Add((sweep, points));
        }

        console.WriteLine(
            $"{Environment.ProcessorCount} cores, {rounds} rounds, PAL, counter noise, all learning on, one thread per "
                + "network.");
        if (csv is not null)
            await File.WriteAllLinesAsync(
                csv, [ScalingPoint.CsvHeader, .. all.SelectMany(sweep => sweep.Points).Select(point => point.Csv())]);
        if (png is not null && all.Count > 0)
            ScalingPlot.Save(png, all);
    }

    private static Table TableOf(ScalingSweep sweep, IReadOnlyList<ScalingPoint> points)
    {
        Table table = new Table().Title($"{sweep.Name}: {sweep.Title}")
            .AddColumns(
                sweep.Axis, "network", "us/tick: median (min-max)", "ticks/s", "us/tick and area", "ns/synapse",
                "frames/tick", "bytes/tick");
        foreach (ScalingPoint point in points)
        {
            table.AddRow(
                $"{point.Value:#,0}", point.Network.Name, point.Timing.Microseconds.ToString(),
                $"{point.Timing.TicksPerSecond:#,0}", Series.Text(point.PerArea), Series.Text(point.PerSynapse),
                Series.Text(point.Timing.Frames), Series.Text(point.Timing.Bytes.Median));
        }

        return table;
    }
}
