using PalActors.Areas.Toolkit.Projections;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>Passes over large matrices that are split over several cores give the same digest.</summary>
public sealed class RowThreadsTests
{
    private static readonly int[] s_layers = [4, 336, 304, 3];

    [Theory]
    [InlineData("PAL", "double")]
    [InlineData("FA", "double")]
    [InlineData("BP", "double")]
    [InlineData("PAL", "single")]
    public async Task TheDigestIsTheSame(string model, string precision)
    {
        Assert.True(s_layers[1] * s_layers[2] >= RowSplit.LeastSynapses);
        NetworkPlan plan = Plan(model, precision);
        var (alone, _) = await RunFixture.RunAsync(plan, new RunSettings { RowThreads = 1 });
        var (shared, _) = await RunFixture.RunAsync(plan, new RunSettings { RowThreads = 2 });
        Assert.Equal(RunFixture.PlainDigest(plan, alone.Tick), alone.Digest);
        Assert.Equal(alone.Digest, shared.Digest);
    }

    [Fact]
    public async Task AreasAndNetworksShareOneTeam()
    {
        NetworkPlan[] plans = [Plan("PAL", "double"), Plan("PAL", "double") with { Network = 1, Seed = 99 }];
        RunSettings settings = new() { Lanes = 2, ThreadsPerNetwork = 2, RowThreads = 2 };
        IReadOnlyList<NetworkOutcome> outcomes = await RunFixture.RunAsync(plans, settings, new RecordingObserver());
        Assert.Equal(
            plans.Select(plan => RunFixture.PlainDigest(plan, plan.Schedule.EndTick)),
            outcomes.Select(outcome => outcome.Digest));
    }

    // Few ticks: each passes over four matrices of a hundred thousand synapses.
    private static NetworkPlan Plan(string model, string precision) =>
        SmallPlans.YinYang(model, layers: s_layers, train: 10, validation: 2, options: [$"precision={precision}"]);
}
