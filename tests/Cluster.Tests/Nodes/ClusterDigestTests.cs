using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>One hierarchy over several actor systems that form a real cluster on loopback.</summary>
/// <remarks>No part of the protocol may assume that neighbours share a process.</remarks>
public sealed class ClusterDigestTests
{
    [Theory]
    [InlineData("PAL", 1, true)]
    [InlineData("BP", 2, true)]
    [InlineData("FA", 2, false)]
    public async Task TheDigestIsThatOfThePlainLoopWhereverTheAreasLive(string model, int nodes, bool seedHostsAreas)
    {
        NetworkPlan plan = Plan(model);
        await using ClusterFixture cluster = new([plan], nodes, seedHostsAreas: seedHostsAreas);
        Task<SessionEnd>[] ends = [.. await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => cluster.JoinAsync()))];
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.True(outcome.Completed);
        Assert.Equal(ClusterFixture.PlainDigest(plan), outcome.Digest);
        foreach (SessionEnd end in await Task.WhenAll(ends).WaitAsync(ClusterFixture.Limit))
            Assert.Equal(SessionEndKind.RunOver, end.Kind);
        // Two pathways, five metrics of each; weights for the alignment cross the nodes, too.
        Assert.Equal(
            plan.Schedule.RecordsUpTo(plan.Schedule.EndTick) * 2 * 5,
            cluster.Observer.Metrics.Count(metric => metric.Area is not null));
    }

    [Theory]
    [InlineData("PAL", 1, "uniform")]
    [InlineData("BP", 2, "lognormal")]
    public async Task WithJitterToo(string model, int nodes, string jitter)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            model, options: ["delay_up=3,5", "delay_down=0,7", $"jitter={jitter}", "jitter_scale=4", "jitter_max=9"]);
        await using ClusterFixture cluster = new([plan], nodes);
        for (int i = 0; i < nodes; i++)
            await cluster.JoinAsync();
        string expected = NetworkDigest.Compute(
            new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick).Capture());
        Assert.Equal(expected, Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Theory]
    [InlineData("PAL", 1)]
    [InlineData("BP", 2)]
    public async Task FreeRunningAreasReachTheEndNoStalerThanAllowed(string model, int nodes)
    {
        NetworkPlan plan = SmallPlans.YinYang(model, options: FreeRunTests.Free(30, "delay_up=2", "delay_down=2"));
        await using ClusterFixture cluster = new([plan], nodes);
        for (int i = 0; i < nodes; i++)
            await cluster.JoinAsync();
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.True(outcome.Completed);
        FreeRunTests.AssertHistograms(outcome, delay: 2, staleness: 30);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(null)]
    public async Task HowManyTicksAreSentAtATimeChangesNoBit(int? window)
    {
        NetworkPlan plan = SmallPlans.YinYang("BP", options: ["delay_up=40", "delay_down=40"]);
        string expected = NetworkDigest.Compute(
            new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick).Capture());
        await using ClusterFixture cluster = new(
            [plan], 2, settings: new RunSettings { Execution = new ExecutionOptions { Window = window ?? 0 } });
        for (int i = 0; i < 2; i++)
            await cluster.JoinAsync();
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.Equal(expected, outcome.Digest);
        Assert.InRange(outcome.Figures.WireFrames, outcome.Tick / (window ?? 40), 8 * outcome.Tick);
        Assert.True(outcome.Figures.WireBytes > 8 * outcome.Tick);
    }

    private static NetworkPlan Plan(string model)
    {
        const TickFlags learn = TickFlags.LearnForward
            | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;
        Phase train = new(1, 20, 100, learn, "train", 1, 0, null, false);
        Phase validation = new(
            2001, 5, 100, TickFlags.Noise | TickFlags.ReadOut, "validation", 1, 1, CommonMetrics.AccuracyValidation,
            true);
        return new NetworkPlan
        {
            Run = 77,
            Network = 0,
            Seed = 5,
            Cells = MicrocircuitModel.ModelName,
            Label = model,
            Model = model,
            Layers = [4, 9, 7, 3],
            Options =
            [
                new("eta_fw", ["5", "1", "0.01"]), new("eta_bw", ["0.5"]), new("eta_IP", ["0.05"]),
                new("eta_PI", ["0.02"]),
                new("alpha", ["1e-6"]), new("noise_scale", ["0.01"]),
            ],
            Data = "yin-yang",
            DataSeed = 9876543,
            Schedule = new Schedule([train, validation], 2500),
        };
    }
}
