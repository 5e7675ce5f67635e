using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Graphs of areas have one digest, whatever the nodes, and go on after a node is lost.</summary>
public sealed class GraphRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("PAL")]
    [InlineData("BP", "delay_up=3", "delay_down=2")]
    [InlineData("PAL-norm", "jitter=uniform", "jitter_scale=2")]
    public async Task AChainWrittenAsAGraphHasItsDigestAndItsMetrics(string model, params string[] options)
    {
        NetworkPlan chain = RunFixture.Plan(model, 0, options), graph = SmallGraphs.Graph(chain);

        (NetworkOutcome one, RecordingObserver first) = await RunFixture.RunAsync(chain, new RunSettings());
        (NetworkOutcome other, RecordingObserver second) = await RunFixture.RunAsync(graph, new RunSettings());

        Assert.Equal(one.Digest, other.Digest);
        Assert.Equal(
            RunFixture.Sorted(first.Metrics).Select(metric => (metric.Name, metric.Area, metric.Value)),
            RunFixture.Sorted(second.Metrics).Select(metric => (metric.Name, metric.Area, metric.Value)));
        Assert.Contains(second.Metrics, metric => metric is { Area: 1, To: 2 });
        Assert.NotEqual(PlanFingerprint.Compute(chain), PlanFingerprint.Compute(graph));
    }

    [Theory]
    [InlineData("PAL", "delay_up=0")]
    [InlineData("PAL", "delay_up=3", "delay_down=1,2,3,4,5")]
    [InlineData("FA", "jitter=uniform", "jitter_scale=3")]
    [InlineData("BP", "delay_up=5,0,2,1,3", "delay_down=2")]
    public async Task StreamsHaveOneDigestOnOneTwoAndThreeNodes(string model, params string[] options)
    {
        NetworkPlan plan = SmallGraphs.Streams(SmallPlans.YinYang(model, options: options));
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);
        string expected = NetworkDigest.Compute(loop.Capture());

        (NetworkOutcome alone, RecordingObserver observer) = await RunFixture.RunAsync(plan, new RunSettings());
        Assert.Equal(expected, alone.Digest);
        Assert.Equal(RunFixture.Sorted(loop.Metrics), RunFixture.Sorted(observer.Metrics));
        foreach (int[][] placement in (int[][][])[[[2, 5], [3, 4]], [[4], [2, 3], [5]]])
        {
            RunSettings settings = new() { Placement = placement };
            await using ClusterFixture cluster = new([plan], placement.Length - 1, settings);
            for (int node = 1; node < placement.Length; node++)
                await cluster.JoinAsync();
            NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
            Assert.Equal(expected, outcome.Digest);
            Assert.Equal(RunFixture.Sorted(loop.Metrics), RunFixture.Sorted(cluster.Observer.Metrics));
        }
    }

    [Fact]
    public async Task WhenANodeLeavesASpareTakesItsAreasAndTheDigestIsTheSame()
    {
        NetworkPlan plan = SmallGraphs.Streams(SmallPlans.YinYang("PAL", train: 100_000, validation: 1));
        SnapshotInterval interval = new(2000, TimeSpan.Zero);
        using SnapshotKeeper keeper = new(
            _folder.FullName, plan, interval, sharesFolder: false, [], line => Assert.Fail(line));
        RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(20) };
        await using ClusterFixture cluster = new([plan], nodes: 1, settings);
        using CancellationTokenSource leave = new();
        Task<SessionEnd> first = await cluster.JoinAsync(stop: leave.Token);
        await cluster.ReachedAsync(6000);
        await cluster.JoinAsync();
        await leave.CancelAsync();
        Assert.Equal(SessionEndKind.Stopped, (await first.WaitAsync(ClusterFixture.Limit)).Kind);
        await cluster.AssertRecoversAsync(plan);
    }
}
