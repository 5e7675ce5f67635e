using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Models;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Echo;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Contract;

/// <summary>A cell model that knows the contract only runs like any other, by one line that registers it.</summary>
public sealed class OtherModelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.0)]
    [InlineData(7, 0.0)]
    [InlineData(0, 0.2)]
    [InlineData(7, 0.2)]
    public async Task ItsStatesAreThoseOfAPlainLoop(int delay, double faults)
    {
        NetworkPlan plan = Plan(delay);
        FrameFaults? chaos = faults > 0 ? new FrameFaults(5, faults, faults, faults) : null;
        RunSettings settings = new()
        {
            ThreadsPerNetwork = 1,
            Execution = new ExecutionOptions { Faults = chaos },
        };

        (NetworkOutcome outcome, _) = await RunAsync(plan, settings);

        AssertStates(plan, delay, outcome);
    }

    [Fact]
    public async Task ItGoesOnFromASnapshotOfAnyTick()
    {
        NetworkPlan plan = Plan(delay: 7);
        for (int sitting = 0; ; sitting++)
        {
            SnapshotInterval interval = new(100, TimeSpan.Zero);
            using SnapshotKeeper keeper = new(_folder.FullName, plan, interval, sharesFolder: false, [], Assert.Fail);
            RunSettings settings = new() { ThreadsPerNetwork = 1, KeeperOf = _ => keeper };
            long stopAfter = sitting < 2 ? 300 * (sitting + 1) : long.MaxValue;
            (NetworkOutcome outcome, _) = await RunAsync(plan, settings, stopAfter);
            if (!outcome.Completed)
                continue;
            AssertStates(plan, 7, outcome);
            Assert.True(sitting >= 1);
            return;
        }
    }

    [Fact]
    public async Task ItsMeasuresThatNeedSamplesComeAtEveryAlignment()
    {
        NetworkPlan plan = Plan(delay: 0);

        (_, RecordingObserver observer) = await RunAsync(plan, new RunSettings { ThreadsPerNetwork = 1 });

        double[][][] mixes = EchoOracle.Run(plan, 0, plan.Schedule.EndTick);
        IEnumerable<Metric> expected =
            from phase in plan.Schedule.Phases
            where phase.RecordAlignment
            from area in Enumerable.Range(1, plan.Top - 1)
            let value = mixes[phase.LastTick][area][0] - mixes[phase.LastTick][area + 1][0]
            select new Metric(0, phase.LastTick, phase.Epoch, area, "difference", value);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, observer.Metrics);
    }

    [Fact]
    public async Task ItIsRecordedWithoutACodeOfItsOwn()
    {
        NetworkPlan plan = Plan(delay: 2) with { Recordings = [new RecordingPlan("mix", [1, 3], [1], 50, [])] };

        (_, RecordingObserver observer) = await RunAsync(plan, new RunSettings { ThreadsPerNetwork = 1 });

        double[][][] mixes = EchoOracle.Run(plan, 2, plan.Schedule.EndTick);
        foreach (int area in (int[])[1, 3])
        {
            RecordedBlock[] blocks = [.. observer.Blocks.Where(block => block.Area == area)];
            long[] ticks = [.. blocks.SelectMany(block => block.Ticks)];
            Assert.Equal((plan.Schedule.EndTick / 50) + 1, ticks.Length);
            Assert.Equal(ticks.Select(tick => mixes[tick][area][1]), blocks.SelectMany(block => block.Values));
        }
    }

    [Fact]
    public async Task ItRunsFreely()
    {
        NetworkPlan plan = Plan(delay: 3, "sync=free", "staleness=5");

        (NetworkOutcome outcome, _) = await RunAsync(plan, new RunSettings { ThreadsPerNetwork = 1 });

        Assert.True(outcome.Completed);
        Assert.Equal(2 * (plan.Top - 1), outcome.Figures.Staleness.Count);
    }

    [Fact]
    public void TheProtocolKnowsTheContractOnly() => Assert.DoesNotContain(
        new[] { typeof(AreaActor), typeof(IArea), typeof(LocalRun), typeof(NetworkPlan), typeof(EchoArea) }
            .SelectMany(type => type.Assembly.GetReferencedAssemblies()),
        reference => reference.Name is "PalActors.Areas.Models" or "PalActors.Areas.Toolkit");

    private static NetworkPlan Plan(int delay, params string[] options) => SmallPlans.YinYang(
        "PAL",
        layers: [4, 6, 5, 3],
        train: 40,
        validation: 10,
        options: [$"delay_up={delay}", $"delay_down={delay}", .. options]) with
    { Cells = "echo", Model = "echo" };

    private static async Task<(NetworkOutcome Outcome, RecordingObserver Observer)> RunAsync(
        NetworkPlan plan, RunSettings settings, long stopAfter = long.MaxValue)
    {
        using CancellationTokenSource stop = new();
        RecordingObserver observer = new()
        {
            OnProgress = (_, tick) =>
            {
                if (tick >= stopAfter)
                    stop.Cancel();
            },
        };
        IReadOnlyList<NetworkOutcome> outcomes = await LocalRun.RunAsync(
            CellModels.All.With(new EchoModel()), [plan], settings, observer, stop.Token);
        return (Assert.Single(outcomes), observer);
    }

    // The blocks are the last three mixes, each at its tick modulo three.
    private static void AssertStates(NetworkPlan plan, int delay, NetworkOutcome outcome)
    {
        Assert.True(outcome.Completed);
        double[][][] mixes = EchoOracle.Run(plan, delay, outcome.Tick);
        foreach (AreaState state in outcome.States)
        {
            for (long tick = outcome.Tick - 2; tick <= outcome.Tick; tick++)
                Assert.Equal(mixes[tick][state.Area], state.Blocks[tick % 3].Values);
        }
    }
}
