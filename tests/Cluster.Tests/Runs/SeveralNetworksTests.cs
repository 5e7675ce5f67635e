using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

public sealed class SeveralNetworksTests
{
    private static readonly NetworkPlan[] s_plans =
    [
        RunFixture.Plan("PAL", 0),
        RunFixture.Plan("BP", 1) with { Seed = 2 },
        RunFixture.Plan("FA", 2) with { Seed = 3 },
        RunFixture.Plan("PAL", 3) with { Seed = 4 },
        RunFixture.Plan("PAL", 4) with { Schedule = RunFixture.Plan("PAL").Schedule with { EndTick = 777 } },
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public async Task AResultDoesNotDependOnWhatRunsBesideIt(int lanes)
    {
        RecordingObserver observer = new();
        IReadOnlyList<NetworkOutcome> outcomes = await RunFixture.RunAsync(
            s_plans, new RunSettings { Lanes = lanes, ThreadsPerNetwork = 1 }, observer);
        Assert.Equal(s_plans, outcomes.Select(o => o.Plan));
        foreach (NetworkOutcome outcome in outcomes)
            Assert.Equal(RunFixture.PlainDigest(outcome.Plan, outcome.Plan.Schedule.EndTick), outcome.Digest);
        Assert.Equal(outcomes.Count, outcomes.Select(o => o.Digest).Distinct().Count());
        Assert.Equal([0, 1, 2, 3, 4], observer.StartedNetworks.Order());
        Assert.Equal(
            RunFixture.Sorted(RunFixture.Loop("PAL").Metrics),
            observer.Metrics.Where(m => m.Network == 0));
    }

    [Fact]
    public async Task ItsOwnRunsIdentityAndIndexDoNotEnterAResult()
    {
        NetworkPlan plan = s_plans[0] with { Run = 99, Network = 17, Label = "by another name" };
        Assert.Equal(
            NetworkDigest.Compute(RunFixture.Loop("PAL").Capture()),
            (await RunFixture.RunAsync(plan, new RunSettings())).Outcome.Digest);
    }
}
