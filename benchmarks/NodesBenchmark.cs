using System.Diagnostics;
using System.Globalization;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Seed;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>
/// Time per tick of networks over two processes on loopback beside the same network in one, and beside a plain socket's there and back, alternating; medians. A delay of d ticks lets frames carry
/// half as many.
/// </summary>
internal static class NodesBenchmark
{
    private const int PingPongs = 20_000;

    private static readonly (string Name, int[] Layers, int Delay, long Ticks)[] s_networks =
    [
        ("4-30-3", [4, 30, 3], 0, 12_000),
        ("4-30 (8 times)-3", [4, 30, 30, 30, 30, 30, 30, 30, 30, 3], 0, 12_000),
        ("4-30 (8 times)-3", [4, 30, 30, 30, 30, 30, 30, 30, 30, 3], 1, 12_000),
        ("4-30 (8 times)-3", [4, 30, 30, 30, 30, 30, 30, 30, 30, 3], 2, 12_000),
        ("4-30 (8 times)-3", [4, 30, 30, 30, 30, 30, 30, 30, 30, 3], 10, 60_000),
        ("4-30 (8 times)-3", [4, 30, 30, 30, 30, 30, 30, 30, 30, 3], 100, 200_000),
    ];

    /// <summary>The child process: an area node.</summary>
    public static async Task<int> ServeAsync(int port)
    {
        AreaNodeOptions options = new() { SeedHost = "127.0.0.1", SeedPort = port };
        return (await new AreaNode(options, nameof(NodesBenchmark), _ => { }).RunAsync(CancellationToken.None)).Kind == SessionEndKind.RunOver ? 0 : 1;
    }

    /// <summary>Runs it.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="only">A part of the names of the networks to measure.</param>
    public static async Task RunAsync(int rounds, string only)
    {
        Table table = new Table().AddColumns("network", "delay", "one process, us/tick", "two, us/tick", "socket there and back, us", "two / socket", "same digest");
        foreach ((string name, int[] layers, int delay, long ticks) in s_networks.Where(n => string.Create(CultureInfo.InvariantCulture, $"{n.Name}, {n.Delay}").Contains(only, StringComparison.Ordinal)))
        {
            NetworkPlan plan = Plan(layers, delay, ticks);
            List<double> one = [], two = [], socket = [];
            bool same = true;
            for (int round = 0; round <= rounds; round++)
            {
                double there = PingPong.Measure(FrameSize(layers), PingPongs);
                (double alone, string digest) = await TimeAsync(plan, watch => LocalRun.RunAsync([plan], new RunSettings(), watch, CancellationToken.None));
                (double apart, string other) = await TimeAsync(plan, watch => ApartAsync(plan, watch));
                same &= digest == other;
                if (round == 0)
                    continue;
                socket.Add(there);
                one.Add(alone);
                two.Add(apart);
            }

            Series sockets = new(socket), twos = new(two);
            table.AddRow(
                name, delay.ToString(CultureInfo.InvariantCulture), new Series(one).ToString(), twos.ToString(), sockets.ToString(), Series.Text(twos.Over(sockets).Median), same ? "yes" : "NO");
        }

        ConsoleFactory.Create(Console.Out).Write(table);
        Console.WriteLine($"{Environment.ProcessorCount} cores, medians of {rounds} rounds (least-most), all learning on, areas split in the middle.");
    }

    private static int FrameSize(int[] layers) => Messages.Frames.FrameCodec.HeaderSize + (layers[1] * sizeof(double));

    private static Task<IReadOnlyList<NetworkOutcome>> ApartAsync(NetworkPlan plan, IRunObserver watch)
    {
        Process? child = null;
        ClusterSettings cluster = new()
        {
            Nodes = 1,
            Remoting = new RemotingOptions(),
            Build = nameof(NodesBenchmark),
            Experiment = "benchmark",
            Say = _ => { },
            Listening = (_, port) => child = ChildProcess.Start("area-node", port.ToString(CultureInfo.InvariantCulture)),
        };
        return ClusterRun.RunAsync([plan], new RunSettings(), cluster, watch, CancellationToken.None);
    }

    private static async Task<(double Microseconds, string Digest)> TimeAsync(NetworkPlan plan, Func<IRunObserver, Task<IReadOnlyList<NetworkOutcome>>> run)
    {
        Watch watch = new(plan.Schedule.EndTick / 4);
        NetworkOutcome outcome = (await run(watch))[0];
        return (watch.MicrosecondsPerTick, outcome.Digest);
    }

    private static NetworkPlan Plan(int[] layers, int delay, long ticks)
    {
        NetworkPlan plan = new TimedNetwork(layers).Plans((int)(ticks / TimedNetwork.EpochTicks))[0];
        string text = delay.ToString(CultureInfo.InvariantCulture);
        return plan with { Options = [.. plan.Options.Where(o => o.Name is not ("delay_up" or "delay_down")), new("delay_up", [text]), new("delay_down", [text])] };
    }

    // From the first report after a quarter of the ticks to the last: start-up and most compiling are before.
    private sealed class Watch(long from) : IRunObserver
    {
        private long _start;
        private long _startTick;
        private long _end;
        private long _endTick;

        public double MicrosecondsPerTick => Stopwatch.GetElapsedTime(_start, _end).TotalMicroseconds / (_endTick - _startTick);

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

        public void Recorded(Metric metric)
        {
        }

        public void Finished(NetworkOutcome outcome)
        {
        }
    }
}
