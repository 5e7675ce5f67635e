using System.Diagnostics;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>Compares the time per tick of whole networks as actors with that of a plain loop.</summary>
/// <remarks>
/// The plain single-threaded loop over the pure model and the actors alternate in one process; results are medians. The
/// table also shows frames delivered and bytes allocated per tick, and whether both computed the same.
/// </remarks>
internal static class TickBenchmark
{
    private static readonly TimedNetwork[] s_networks =
    [
        new([4, 30, 3]),
        new([5, 20, 10, 20, 5]),
        new([5, 20, 10, 20, 5], Generator: "numpy-legacy"),
        new([4, 30, 30, 30, 30, 30, 30, 30, 3]),
        new([4, 500, 500, 3]),
    ];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="only">A part of the names of the networks to measure.</param>
    public static async Task RunAsync(int rounds, string only)
    {
        Table table = new Table().AddColumns(
            "network", "model", "plain loop, us/tick", "actors, us/tick", "ratio", "frames/tick", "bytes/tick",
            "same digest");
        foreach (TimedNetwork network in s_networks.Where(
            network => $"{network.Name}, {network.Generator}".Contains(only, StringComparison.Ordinal)))
        {
            foreach (string model in network.Generator == "counter" ? new[] { "PAL", "FA", "BP" } : ["PAL"])
                table.AddRow(await MeasureAsync(network with { Model = model }, rounds));
        }

        ConsoleFactory.Create(Console.Out).Write(table);
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, medians of {rounds} rounds, all learning on, one seed.");
    }

    private static async Task<string[]> MeasureAsync(TimedNetwork network, int rounds)
    {
        Dictionary<long, string> digests = [];
        Timing timing = await NetworkTiming.MeasureAsync(
            network, rounds, new RunSettings(), plan => Loop(plan, digests));
        bool same = timing.Outcomes.All(outcome => outcome.Digest == digests[outcome.Tick]);
        return
        [
            network.Generator == "counter" ? network.Name : $"{network.Name}, {network.Generator}", network.Model,
            Series.Text(timing.Beside!.Median), Series.Text(timing.Microseconds.Median),
            Series.Text(timing.Microseconds.Over(timing.Beside).Median), Series.Text(timing.Frames),
            Series.Text(timing.Bytes.Median), same ? "yes" : "NO",
        ];
    }

    private static double Loop(NetworkPlan plan, Dictionary<long, string> digests)
    {
        PlainLoop loop = new(new PlannedNetwork(plan));
        long start = Stopwatch.GetTimestamp();
        loop.RunTo(plan.Schedule.EndTick);
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        digests[plan.Schedule.EndTick] = NetworkDigest.Compute(loop.Capture());
        return microseconds;
    }
}
