using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Models;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Contract;

/// <summary>A cell model that knows the contract only runs through actors, clock and snapshots.</summary>
public sealed class OtherModelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    private static NetworkPlan Plan() => SmallPlans.YinYang("PAL", layers: [4, 6, 5, 3], train: 40, validation: 10) with { Cells = "echo" };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.0)]
    [InlineData(7, 0.0)]
    [InlineData(0, 0.2)]
    [InlineData(7, 0.2)]
    public async Task ItsStatesAreThoseOfAPlainLoop(int delay, double faults)
    {
        NetworkPlan plan = Plan();
        RunSettings settings = new()
        {
            ThreadsPerNetwork = 1,
            Execution = new ExecutionOptions { Faults = faults > 0 ? new FrameFaults(5, faults, faults, faults) : null },
        };

        (NetworkOutcome outcome, _) = await RunAsync(plan, delay, settings);

        AssertStates(new EchoNetwork(plan, delay).Oracle(plan.Schedule.EndTick), outcome);
    }

    [Fact]
    public async Task ItGoesOnFromASnapshotOfAnyTick()
    {
        NetworkPlan plan = Plan();
        double[][] expected = new EchoNetwork(plan, 7).Oracle(plan.Schedule.EndTick);
        for (int sitting = 0; ; sitting++)
        {
            SnapshotInterval interval = new(100, TimeSpan.Zero);
            using FolderKeeper keeper = new(_folder.FullName, plan, interval, sharesFolder: false, [], Assert.Fail);
            RunSettings settings = new() { ThreadsPerNetwork = 1, KeeperOf = _ => keeper };
            long stopAfter = sitting < 2 ? 300 * (sitting + 1) : long.MaxValue;
            (NetworkOutcome outcome, _) = await RunAsync(plan, 7, settings, stopAfter);
            if (!outcome.Completed)
                continue;
            AssertStates(expected, outcome);
            Assert.True(sitting >= 1);
            return;
        }
    }

    [Fact]
    public async Task ItsMeasuresThatNeedSamplesComeAtEveryAlignment()
    {
        NetworkPlan plan = Plan();

        (_, RecordingObserver observer) = await RunAsync(plan, 0, new RunSettings { ThreadsPerNetwork = 1 });

        EchoNetwork network = new(plan);
        IEnumerable<Metric> expected = plan.Schedule.Phases.Where(phase => phase.RecordAlignment).SelectMany(phase =>
        {
            double[][] states = network.Oracle(phase.LastTick);
            return Enumerable.Range(1, plan.Top - 1)
                .Select(area => (Area: area, Value: states[area][0] - states[area + 1][0]))
                .Select(at => new Metric(0, phase.LastTick, phase.Epoch, at.Area, "difference", at.Value));
        });
        Assert.NotEmpty(expected);
        Assert.Equal(expected, observer.Metrics);
    }

    [Fact]
    public void TheProtocolKnowsTheContractOnly() => Assert.DoesNotContain(
        new[] { typeof(AreaActor), typeof(IArea) }.SelectMany(type => type.Assembly.GetReferencedAssemblies()),
        reference => reference.Name is "PalActors.Areas.Models" or "PalActors.Areas.Toolkit");

    private static async Task<(NetworkOutcome Outcome, RecordingObserver Observer)> RunAsync(
        NetworkPlan plan, int delay, RunSettings settings, long stopAfter = long.MaxValue)
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
        IReadOnlyList<NetworkOutcome> outcomes =
            await LocalRun.RunAsync(
                CellModels.All.With(new EchoModel(delay)), [plan], settings, observer, stop.Token);
        return (Assert.Single(outcomes), observer);
    }

    private static void AssertStates(double[][] expected, NetworkOutcome outcome)
    {
        Assert.True(outcome.Completed);
        foreach (AreaState state in outcome.States)
            Assert.Equal(expected[state.Area], state.Blocks[0].Values);
    }
}
