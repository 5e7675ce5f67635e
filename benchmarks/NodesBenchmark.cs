using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Models;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Seed;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>
/// Time per tick of networks over two processes on loopback beside the same network in one, and beside a plain socket's there and back, alternating; medians. A delay of d ticks lets areas talk once in up to d ticks: all of it at a
/// time, or half, so that both compute while the other half travels (<see cref="Areas.Actors.SendWindow"/>). Waiting is the time in which a process had nothing to compute, the mean of both.
/// </summary>
internal static class NodesBenchmark
{
    private static readonly BuildIdentity s_build = new("", nameof(NodesBenchmark), "");

    private const int PingPongs = 20_000;

    private static readonly int[] s_delays = [0, 1, 2, 5, 10, 20, 50, 100];

    private static readonly (string Name, int[] Layers, int Delay)[] s_networks =
    [
        ("4-30-3", [4, 30, 3], 0),
        .. s_delays.Select(delay => ("4-30 (8 times)-3", new[] { 4, 30, 30, 30, 30, 30, 30, 30, 30, 3 }, delay)),
        .. s_delays.Select(delay => ("4-100 (8 times)-3", new[] { 4, 100, 100, 100, 100, 100, 100, 100, 100, 3 }, delay)),
    ];

    /// <summary>The child process: an area node.</summary>
    public static async Task<int> ServeAsync(int port)
    {
        AreaNodeOptions options = new() { SeedHost = "127.0.0.1", SeedPort = port };
        SessionEnd end = await new AreaNode(CellModels.All, options, s_build, _ => { }).RunAsync(CancellationToken.None);
        return end.Kind == SessionEndKind.RunOver ? 0 : 1;
    }

    /// <summary>Runs it.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="only">A part of the names of the networks to measure.</param>
    public static async Task RunAsync(int rounds, string only)
    {
        Table table = new Table().AddColumns(
            "network", "d", "one, sends d", "one, d/2", "two, sends d", "waiting", "two, d/2", "waiting", "two / one", "socket", "same digest");
        foreach ((string name, int[] layers, int delay) in s_networks.Where(n => string.Create(CultureInfo.InvariantCulture, $"{n.Name}, {n.Delay}").Contains(only, StringComparison.Ordinal)))
        {
            NetworkPlan plan = Plan(layers, delay);
            // With a delay of 1 or none there is but one way to send.
            int?[] windows = delay < 2 ? [null] : [delay, delay / 2];
            List<double> socket = [];
            Timed[] one = [.. windows.Select(_ => new Timed())], two = [.. windows.Select(_ => new Timed())];
            HashSet<string> digests = [];
            for (int round = 0; round <= rounds; round++)
            {
                double there = PingPong.Measure(FrameSize(layers), PingPongs);
                if (round > 0)
                    socket.Add(there);
                for (int i = 0; i < windows.Length; i++)
                {
                    RunSettings settings = new() { Execution = new ExecutionOptions { Window = windows[i] ?? 0 } };
                    digests.Add(await TimeAsync(plan, one[i], round > 0, watch => LocalRun.RunAsync(CellModels.All, [plan], settings, watch, CancellationToken.None)));
                    digests.Add(await TimeAsync(plan, two[i], round > 0, watch => ApartAsync(plan, settings, watch)));
                }
            }

            // By the rule all of it at a time in one process, half between two.
            Series alone = new(one[0].PerTick), apart = new(two[^1].PerTick);
            string half = windows.Length == 1 ? "" : new Series(one[1].PerTick).ToString();
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}, d = {delay}: one process {alone} us per tick, two {apart}, of which waiting {new Series(two[^1].Waiting)}"));
            table.AddRow(
                name, delay.ToString(CultureInfo.InvariantCulture), alone.ToString(), half, windows.Length == 1 ? "" : new Series(two[0].PerTick).ToString(), windows.Length == 1 ? "" : new Series(two[0].Waiting).ToString(),
                apart.ToString(), new Series(two[^1].Waiting).ToString(), Series.Text(apart.Over(alone).Median), new Series(socket).ToString(), digests.Count == 1 ? "yes" : "NO");
        }

        ConsoleFactory.Create(Console.Out).Write(table);
        Console.WriteLine($"{Environment.ProcessorCount} cores, us per tick in one process and in two, socket: us there and back; medians of {rounds} rounds (least-most), all learning on, areas split in the middle.");
    }

    private static int FrameSize(int[] layers) => Messages.Frames.FrameCodec.HeaderSize + (layers[1] * sizeof(double));

    private static Task<IReadOnlyList<NetworkOutcome>> ApartAsync(NetworkPlan plan, RunSettings settings, IRunObserver watch)
    {
        Process? child = null;
        ClusterSettings cluster = new()
        {
            Nodes = 1,
            Remoting = new RemotingOptions(),
            Build = s_build,
            Experiment = "benchmark",
            Say = _ => { },
            Listening = (_, port) => child = ChildProcess.Start("area-node", port.ToString(CultureInfo.InvariantCulture)),
        };
        return ClusterRun.RunAsync(CellModels.All, [plan], settings, cluster, watch, CancellationToken.None);
    }

    private static async Task<string> TimeAsync(NetworkPlan plan, Timed times, bool counts, Func<IRunObserver, Task<IReadOnlyList<NetworkOutcome>>> run)
    {
        Watch watch = new(plan.Schedule.EndTick / 4);
        NetworkOutcome outcome = (await run(watch))[0];
        if (counts)
            watch.AddTo(times);
        return outcome.Digest;
    }

    // About a second of two processes.
    private static NetworkPlan Plan(int[] layers, int delay)
    {
        long ticks = delay switch { < 5 => 12_000, < 20 => 60_000, _ => layers[1] > 30 ? 60_000 : 200_000 };
        NetworkPlan plan = new TimedNetwork(layers).Plans((int)(ticks / TimedNetwork.EpochTicks))[0];
        string text = delay.ToString(CultureInfo.InvariantCulture);
        return plan with { Options = [.. plan.Options.Where(o => o.Name is not ("delay_up" or "delay_down")), new("delay_up", [text]), new("delay_down", [text])] };
    }

    // Microseconds per tick.
    private sealed class Timed
    {
        public List<double> PerTick { get; } = [];

        public List<double> Waiting { get; } = [];
    }

    // From the first report after a quarter of the ticks to the last: start-up and most compiling are before.
    private sealed class Watch(long from) : IRunObserver
    {
        private long _start;
        private long _startTick;
        private long _end;
        private long _endTick;
        private double _startWaited;
        private double _endWaited;

        public void AddTo(Timed times)
        {
            times.PerTick.Add(Stopwatch.GetElapsedTime(_start, _end).TotalMicroseconds / (_endTick - _startTick));
            times.Waiting.Add(1e6 * (_endWaited - _startWaited) / (_endTick - _startTick));
        }

        public void Started(int network)
        {
        }

        public void Progressed(int network, long tick)
        {
            if (tick < from)
                return;
            if (_start == 0)
                (_start, _startTick) = (Stopwatch.GetTimestamp(), tick);
            (_end, _endTick) = (Stopwatch.GetTimestamp(), tick);
        }

        // Comes right after the progress that it belongs to.
        public void Measured(int network, NetworkFigures figures)
        {
            if (_start == 0)
                return;
            _endWaited = figures.Waited;
            if (_endTick == _startTick)
                _startWaited = figures.Waited;
        }

        public void Recorded(int network, AreaMeasures measures)
        {
        }

        public void Finished(NetworkOutcome outcome)
        {
        }
    }
}
