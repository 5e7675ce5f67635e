using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Model.Networks;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>
/// Time per tick of whole networks: the plain single-threaded loop over the pure model beside the actors, alternating in one process, medians. Steady state: what a run of
/// twice the length takes more, so that start-up and compiling do not count. Also frames delivered and bytes allocated per tick.
/// </summary>
internal static class TickBenchmark
{
    private const int PresentationTicks = 100;

    private static readonly (string Name, int[] Layers, string Generator)[] s_networks =
    [
        ("4-30-3", [4, 30, 3], "counter"),
        ("5-20-10-20-5", [5, 20, 10, 20, 5], "counter"),
        ("5-20-10-20-5, numpy-legacy", [5, 20, 10, 20, 5], "numpy-legacy"),
        ("4-30 (7 times)-3", [4, 30, 30, 30, 30, 30, 30, 30, 3], "counter"),
        ("4-500-500-3", [4, 500, 500, 3], "counter"),
    ];

    /// <summary>Runs it. Arguments: the number of rounds, and a part of the names of the networks to measure.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        Table table = new Table().AddColumns("network", "model", "plain loop, us/tick", "actors, us/tick", "ratio", "frames/tick", "bytes/tick", "same digest");
        foreach ((string name, int[] layers, string generator) in s_networks.Where(network => args.Length < 2 || network.Name.Contains(args[1], StringComparison.Ordinal)))
        {
            foreach (string model in generator == "counter" ? new[] { "PAL", "FA", "BP" } : ["PAL"])
            {
                // About half a second of computing, whatever the size.
                double synapses = layers.Zip(layers.Skip(1), (a, b) => (double)a * b).Sum();
                int presentations = (int)Math.Clamp(1e7 / (synapses * 4 + 1000), 10, 6000);
                Func<int, NetworkPlan> plan = epochs => Plan(layers, model, generator, presentations, epochs);
                table.AddRow(await MeasureAsync(name, model, plan(1), plan(2), rounds));
            }
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{Environment.ProcessorCount} cores, medians of {rounds} rounds, all learning on, counter noise, one seed.");
        return 0;
    }

    private static async Task<string[]> MeasureAsync(string name, string model, NetworkPlan shorter, NetworkPlan longer, int rounds)
    {
        double more = longer.Schedule.EndTick - shorter.Schedule.EndTick;
        List<double> plain = [], actors = [], bytes = [];
        double frames = 0;
        bool same = true;
        // The first round only compiles.
        for (int round = 0; round <= rounds; round++)
        {
            (double shortPlain, string shortDigest) = Loop(shorter);
            (double longPlain, _) = Loop(longer);
            (double shortActors, double shortBytes, NetworkOutcome first) = await ActorsAsync(shorter);
            (double longActors, double longBytes, NetworkOutcome outcome) = await ActorsAsync(longer);
            same &= first.Digest == shortDigest;
            frames = (double)outcome.Frames / outcome.Tick;
            if (round == 0)
                continue;
            plain.Add((longPlain - shortPlain) / more);
            actors.Add((longActors - shortActors) / more);
            bytes.Add((longBytes - shortBytes) / more);
        }

        return [name, model, F(Median(plain)), F(Median(actors)), F(Median(actors) / Median(plain)), F(frames), F(Median(bytes)), same ? "yes" : "NO"];
    }

    private static (double Microseconds, string Digest) Loop(NetworkPlan plan)
    {
        PlainLoop loop = new(new PlannedNetwork(plan));
        long start = Stopwatch.GetTimestamp();
        loop.RunTo(plan.Schedule.EndTick);
        return (Stopwatch.GetElapsedTime(start).TotalMicroseconds, NetworkDigest.Compute(loop.Capture()));
    }

    private static async Task<(double Microseconds, double Bytes, NetworkOutcome Outcome)> ActorsAsync(NetworkPlan plan)
    {
        Observer observer = new();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        NetworkOutcome outcome = (await LocalRun.RunAsync([plan], new RunSettings(), observer, CancellationToken.None))[0];
        return (observer.Elapsed.TotalMicroseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes, outcome);
    }

    // Both lengths show the same samples, so that the data set is no part of the difference.
    private static NetworkPlan Plan(int[] layers, string model, string generator, int presentations, int epochs)
    {
        const TickFlags learn = TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;
        bool pal = model == "PAL";
        return new NetworkPlan
        {
            Run = 1,
            Network = 0,
            Seed = 123456,
            Label = model,
            Model = model,
            Layers = layers,
            Options =
            [
                new("eta_fw", ["0.1"]), new("eta_bw", [pal ? "0.5" : "0"]), new("eta_IP", ["0.05"]), new("eta_PI", [pal ? "0.02" : "0"]),
                new("alpha", ["1e-6"]), new("noise_scale", [pal ? "0.01" : "0"]), new("init_WPP_range", ["-0.1", "0.1"]),
                new("generator", [generator]),
            ],
            Data = layers is [4, .., 3] ? "yin-yang" : "teacher",
            DataSeed = 9876543,
            Schedule = new Schedule(
                [.. Enumerable.Range(0, epochs).Select(e => new Phase(1 + ((long)e * presentations * PresentationTicks), presentations, PresentationTicks, learn, "train", e + 1, e, null, false))],
                (long)epochs * presentations * PresentationTicks),
        };
    }

    private static double Median(List<double> values) => MathNet.Numerics.Statistics.Statistics.Median(values);

    private static string F(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed class Observer : IRunObserver
    {
        private long _start;

        public TimeSpan Elapsed { get; private set; }

        public void Started(int network) => _start = Stopwatch.GetTimestamp();

        public void Progressed(int network, long tick)
        {
        }

        public void Recorded(Metric metric)
        {
        }

        public void Finished(NetworkOutcome outcome) => Elapsed = Stopwatch.GetElapsedTime(_start);
    }
}
