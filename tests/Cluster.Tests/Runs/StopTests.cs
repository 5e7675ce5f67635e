using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>A run that is stopped ends at a tick that all areas share.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData("PAL", 1)]
    [InlineData("PAL", 2)]
    [InlineData("BP", 2)]
    public async Task StoppedRunsEndAtACommonTick(string model, int threads)
    {
        NetworkPlan plan = SmallPlans.YinYang(model, train: 20_000, validation: 10);
        using CancellationTokenSource stop = new();
        // The first report of progress stops the run.
        RecordingObserver observer = new() { OnProgress = (_, _) => stop.Cancel() };
        NetworkOutcome outcome = Assert.Single(await RunFixture.RunAsync(
            [plan], new RunSettings { ThreadsPerNetwork = threads, HorizonTime = TimeSpan.FromMilliseconds(1) },
            observer, stop.Token));
        Assert.False(outcome.Completed);
        Assert.InRange(outcome.Tick, 1, plan.Schedule.EndTick - 1);
        Assert.All(outcome.States, state => Assert.Equal(outcome.Tick, state.Tick));
        Assert.Equal(RunFixture.PlainDigest(plan, outcome.Tick), outcome.Digest);

        // The same as a run that was planned to end there.
        NetworkPlan shorter = plan with { Schedule = plan.Schedule with { EndTick = outcome.Tick } };
        var (planned, _) = await RunFixture.RunAsync(shorter, new RunSettings());
        Assert.True(planned.Completed);
        Assert.Equal(outcome.Digest, planned.Digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(1003)]
    public async Task ARunMayEndAnywhereInItsSchedule(long end)
    {
        NetworkPlan plan = RunFixture.Plan("PAL");
        plan = plan with { Schedule = plan.Schedule with { EndTick = end } };
        var (outcome, _) = await RunFixture.RunAsync(plan, new RunSettings());
        Assert.Equal((true, end), (outcome.Completed, outcome.Tick));
        Assert.Equal(RunFixture.PlainDigest(plan, end), outcome.Digest);
    }

    [Fact]
    public async Task StoppingLeavesOutWhatHasNotBegun()
    {
        NetworkPlan[] plans =
        [
            .. Enumerable.Range(0, 3)
                .Select(i => SmallPlans.YinYang("PAL", train: 20_000, validation: 0) with { Network = i }),
        ];
        using CancellationTokenSource stop = new();
        RecordingObserver observer = new() { OnProgress = (_, _) => stop.Cancel() };
        IReadOnlyList<NetworkOutcome> outcomes = await RunFixture.RunAsync(
            plans, new RunSettings { Lanes = 1, HorizonTime = TimeSpan.FromMilliseconds(1) }, observer, stop.Token);
        Assert.Equal(0, Assert.Single(outcomes).Plan.Network);
        Assert.Equal([0], observer.StartedNetworks);
    }

    [Fact]
    public async Task ARunThatIsStoppedBeforeItBeginsHasNoOutcome()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        Assert.Empty(await RunFixture.RunAsync(
            [RunFixture.Plan("PAL")], new RunSettings(), new RecordingObserver(), stop.Token));
    }
}
