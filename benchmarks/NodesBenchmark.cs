using System.Globalization;
using PalActors.Areas.Models;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>Compares the time per tick of networks over two processes with that in one process.</summary>
/// <remarks>
/// Both alternate, and with them a round trip over a plain socket on loopback; results are medians. A delay of d ticks
/// lets areas send once in up to d ticks: all of them in one frame, or half, so that both processes compute while the
/// other half travels (<see cref="Areas.Actors.SendWindow"/>). Waiting is the time in which a process had nothing to
/// compute, the mean of both.
/// </remarks>
internal static partial class NodesBenchmark
{
    private const int PingPongs = 20_000;

    private static readonly int[] s_delays = [0, 1, 2, 5, 10, 20, 50, 100];

    private static readonly (string Name, int[] Layers, int Delay)[] s_networks =
    [
        ("4-30-3", [4, 30, 3], 0),
        .. s_delays.Select(delay => ("4-30 (8 times)-3", new[] { 4, 30, 30, 30, 30, 30, 30, 30, 30, 3 }, delay)),
        .. s_delays.Select(
            delay => ("4-100 (8 times)-3", new[] { 4, 100, 100, 100, 100, 100, 100, 100, 100, 3 }, delay)),
    ];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="only">A part of the names of the networks to measure.</param>
    public static async Task RunAsync(int rounds, string only)
    {
        Table table = new Table().AddColumns(
            "network", "d", "one, sends d", "one, d/2", "two, sends d", "waiting", "two, d/2", "waiting", "two / one",
            "socket", "same digest");
        foreach ((string name, int[] layers, int delay) in s_networks.Where(
            n => string.Create(CultureInfo.InvariantCulture, $"{n.Name}, {n.Delay}")
                .Contains(only, StringComparison.Ordinal)))
        {
            NetworkPlan plan = Plan(layers, delay);
            // With a delay of 1 or none there is only one window.
            int?[] windows = delay < 2 ? [null] : [delay, delay / 2];
            List<double> socket = [];
            TickTimes[] one = [.. windows.Select(_ => new TickTimes())];
            TickTimes[] two = [.. windows.Select(_ => new TickTimes())];
            HashSet<string> digests = [];
            for (int round = 0; round <= rounds; round++)
            {
                double there = PingPong.Measure(FrameSize(layers), PingPongs);
                if (round > 0)
                    socket.Add(there);
                for (int i = 0; i < windows.Length; i++)
                {
                    RunSettings settings = new() { Execution = new ExecutionOptions { Window = windows[i] ?? 0 } };
                    digests.Add(await TimeAsync(plan, one[i], round > 0, watch => LocalRun.RunAsync(
                        CellModels.All, [plan], settings, watch, CancellationToken.None)));
                    digests.Add(await TimeAsync(plan, two[i], round > 0, watch => ApartAsync(plan, settings, watch)));
                }
            }

            // The default window is d in one process and d/2 between two.
            Series alone = new(one[0].PerTick), apart = new(two[^1].PerTick);
            string half = windows.Length == 1 ? "" : new Series(one[1].PerTick).ToString();
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, d = {delay}: one process {alone} us per tick, two {apart}, of which waiting "
                    + $"{new Series(two[^1].Waiting)}"));
            table.AddRow(
                name, delay.ToString(CultureInfo.InvariantCulture), alone.ToString(), half,
                windows.Length == 1 ? "" : new Series(two[0].PerTick).ToString(),
                windows.Length == 1 ? "" : new Series(two[0].Waiting).ToString(),
                apart.ToString(), new Series(two[^1].Waiting).ToString(), Series.Text(apart.Over(alone).Median),
                new Series(socket).ToString(), digests.Count == 1 ? "yes" : "NO");
        }

        ConsoleFactory.Create(Console.Out).Write(table);
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, us per tick in one process and in two, socket: us there and back; "
                + $"medians of {rounds} rounds (least-most), all learning on, areas split in the middle.");
    }

    private static int FrameSize(int[] layers) => Messages.Frames.FrameCodec.HeaderSize + (layers[1] * sizeof(double));
}
