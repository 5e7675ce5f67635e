using System.Diagnostics;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>
/// Free-running areas: lockstep if no staleness is allowed, otherwise never staler than allowed, and no update of W is
/// ever lost.
/// </summary>
public sealed class FreeRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("PAL", "0", "0")]
    [InlineData("FA", "3,5", "2,7")]
    [InlineData("BP", "3,5", "2,7")]
    [InlineData("BP", "0", "0")]
    public async Task WithoutStalenessItIsLockstepBitForBit(string model, string up, string down)
    {
        string[] delays = [$"delay_up={up}", $"delay_down={down}"];
        HistoryLoop loop = RunFixture.Loop(model, delays);
        foreach (int threads in new[] { 1, 2 })
        {
            var (outcome, observer) = await RunFixture.RunAsync(
                RunFixture.Plan(model, 0, [.. delays, "sync=free", "staleness=0"]),
                new RunSettings { ThreadsPerNetwork = threads });
            Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
            Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
        }
    }

    [Theory]
    [InlineData("PAL", 0, 1, 1, 0)]
    [InlineData("FA", 3, 7, 2, 0)]
    [InlineData("BP", 0, 20, 2, 0)]
    [InlineData("BP", 4, 3, 1, 0)]
    [InlineData("BP", 2, 9, 2, 0.1)]
    [InlineData("PAL", 2, 50, 1, 0.1)]
    public async Task StalenessIsCountedAndBoundedAndNoUpdateIsLost(
        string model, int delay, int staleness, int threads, double loss)
    {
        NetworkPlan plan = RunFixture.Plan(model, 0, Free(staleness, $"delay_up={delay}", $"delay_down={delay}"));
        var (outcome, observer) = await RunFixture.RunAsync(plan, new RunSettings
        {
            ThreadsPerNetwork = threads,
            Execution = new ExecutionOptions
            {
                Faults = loss > 0 ? new FrameFaults(3, Drop: loss, Duplicate: loss, HoldBack: loss) : null,
            },
        });
        Assert.True(outcome.Completed);
        AssertHistograms(outcome, delay, staleness);
        // Every area took all its measures, at the ticks of the schedule.
        Assert.Equal(
            RunFixture.Loop(model).Metrics.Select(metric => (metric.Tick, metric.Area, metric.Name)).Order(),
            observer.Metrics.Select(metric => (metric.Tick, metric.Area, metric.Name)).Order());
        if (model != "BP")
            return;
        // The last evaluation is longer than any delay: the copies have caught up.
        for (int area = 1; area < plan.Top; area++)
            Assert.Equal(Transposed(Block(outcome, area + 1, "W")), Block(outcome, area, "B").Values);
    }

    [Fact]
    public async Task AStoppedRunGoesOn()
    {
        NetworkPlan plan = RunFixture.Plan("BP", 0, Free(10, "delay_up=2", "delay_down=1"));
        NetworkOutcome? outcome = null;
        int sittings = 0;
        for (long until = 500; outcome is not { Completed: true }; until += 2500)
        {
            using CancellationTokenSource stop = new();
            RecordingObserver observer = new() { OnProgress = (_, tick) => { if (tick >= until) stop.Cancel(); } };
            SnapshotInterval interval = new(0, TimeSpan.FromHours(1));
            using SnapshotKeeper keeper = new(
                _folder.FullName, plan, interval, sharesFolder: false, [], line => Assert.Fail(line));
            outcome = Assert.Single(await RunFixture.RunAsync(
                [plan],
                new RunSettings { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(1) },
                observer,
                stop.Token));
            Assert.True(++sittings < 20);
        }

        Assert.True(sittings > 1);
        for (int area = 1; area < plan.Top; area++)
            Assert.Equal(Transposed(Block(outcome, area + 1, "W")), Block(outcome, area, "B").Values);
    }

    [Theory]
    [InlineData("lockstep")]
    [InlineData("free")]
    public async Task APacedRunTakesItsTime(string sync)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 3, validation: 1, options: [$"sync={sync}"]);
        Stopwatch time = Stopwatch.StartNew();
        var (outcome, _) = await RunFixture.RunAsync(
            plan, new RunSettings { Execution = new ExecutionOptions { Pace = 2000 } });
        Assert.True(outcome.Completed);
        Assert.True(
            time.Elapsed.TotalSeconds >= plan.Schedule.EndTick / 2000.0,
            $"{plan.Schedule.EndTick} ticks took {time.Elapsed}");
        if (sync == "lockstep")
            Assert.Equal(RunFixture.PlainDigest(plan, plan.Schedule.EndTick), outcome.Digest);
    }

    [Theory]
    [InlineData("lockstep")]
    [InlineData("free")]
    public async Task WhoWaitsForTheTimeSendsWholeWindows(string sync)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL", train: 150, validation: 1, options: [$"sync={sync}", "delay_up=20", "delay_down=20"]);
        var (outcome, _) =
            await RunFixture.RunAsync(
                plan, new RunSettings { Execution = new ExecutionOptions { Pace = 4000, Window = 10 } });
        // Time advances every millisecond, by four ticks at once. The four links between areas send frames of ten
        // ticks, stimulus and target send frames of twenty, and a few end early, at a horizon.
        double least = ((4 / 10.0) + (2 / 20.0)) * outcome.Tick;
        Assert.InRange(outcome.Figures.Frames, least, 1.4 * least);
    }

    /// <summary>Free-running areas may be as stale as <paramref name="staleness"/> ticks.</summary>
    internal static string[] Free(int staleness, params string[] others) =>
        [.. others, "sync=free", $"staleness={staleness}"];

    /// <summary>Every tick of every link between areas was counted once, and none was staler than allowed.</summary>
    internal static void AssertHistograms(NetworkOutcome outcome, int delay, int staleness)
    {
        Assert.Equal(2 * (outcome.Plan.Top - 1), outcome.Figures.Staleness.Count);
        foreach (LinkStaleness link in outcome.Figures.Staleness)
        {
            Assert.Equal(outcome.Tick - delay, link.Ticks.Sum());
            Assert.InRange(link.Ticks.Length, 1, staleness + 1);
        }
    }

    private static StateBlock Block(NetworkOutcome outcome, int area, string name) =>
        outcome.States[area - 1].Blocks.First(block => block.Name == name);

    private static double[] Transposed(StateBlock block) =>
    [
        .. Enumerable.Range(0, block.Columns).SelectMany(
            column => Enumerable.Range(0, block.Rows).Select(row => block.Values[(row * block.Columns) + column])),
    ];
}
