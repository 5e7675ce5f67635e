using System.Collections.Concurrent;
using PalActors.Areas.Models;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Nodes that stay after a run, and seed nodes that come up only to say that the run is over.</summary>
public sealed class StayingNodeTests
{
    private static readonly NetworkPlan s_plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
    private readonly ConcurrentQueue<string> _lines = new();

    [Fact]
    public async Task ANodeThatStaysServesOneRunAfterTheOther()
    {
        int port = FreePort.Find();
        using CancellationTokenSource stop = new();
        Task<SessionEnd> node = StartAsync(port, stays: true, ClusterFixture.Limit, stop.Token);
        for (int run = 0; run < 2; run++)
        {
            await using ClusterFixture cluster =
                new([s_plan], nodes: 1, seedHostsAreas: false, remoting: new RemotingOptions { Port = port });
            Assert.Equal(ClusterFixture.PlainDigest(s_plan), Assert.Single(await cluster.EndAsync()).Digest);
        }

        Assert.False(node.IsCompleted);
        await stop.CancelAsync();
        Assert.Equal(SessionEndKind.Stopped, (await node.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.Contains("the run is over; waiting for the next one", _lines);
    }

    [Fact]
    public async Task ARefusedNodeThatStaysSaysWhyOnceAndGivesUpOnlyWhereItIsAskedTo()
    {
        await using ClusterFixture cluster = new([s_plan], nodes: 1, build: new BuildIdentity("01", "other", ""));
        int port = await cluster.Port;
        using CancellationTokenSource stop = new();
        Task<SessionEnd> forEver = StartAsync(port, stays: true, TimeSpan.MaxValue, stop.Token);
        SessionEnd end = await StartAsync(port, stays: true, TimeSpan.FromSeconds(4), CancellationToken.None);

        Assert.Equal(SessionEndKind.Refused, end.Kind);
        Assert.Contains("both must be the same build", end.Reason, StringComparison.Ordinal);
        Assert.False(forEver.IsCompleted);
        await stop.CancelAsync();
        Assert.Equal(SessionEndKind.Stopped, (await forEver.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.InRange(_lines.Count(line => line.StartsWith("refused: the seed is", StringComparison.Ordinal)), 1, 2);
    }

    [Fact]
    public async Task ANodeWithOtherPlugInsIsRefusedByTheirNames()
    {
        BuildIdentity seed = ClusterFixture.Build with { Hash = "02", PlugIns = "ARule 00112233445566778899" };
        await using ClusterFixture cluster = new([s_plan], nodes: 1, build: seed);
        int port = await cluster.Port;
        foreach ((string has, string said) in new[]
        {
            ("", "no plug-in"),
            ("ARule 10112233445566778899", "plug-in ARule 101122334455"),
            ("Junk", "plug-in Junk"),
        })
        {
            SessionEnd end = await StartAsync(
                port, stays: false, ClusterFixture.Limit, CancellationToken.None, seed with { PlugIns = has });

            Assert.Equal(SessionEndKind.Refused, end.Kind);
            Assert.Contains(
                $"the seed has plug-in ARule 001122334455, this node {said}; both must have the same files",
                end.Reason,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NodesOfACompleteRunAreToldThatItIsOverWhateverTheirBuild()
    {
        TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> seed = ClusterRun.DismissAsync(Settings(2, port), ClusterFixture.Limit, CancellationToken.None);
        int at = await port.Task.WaitAsync(ClusterFixture.Limit);
        Task<SessionEnd> node = StartAsync(at, stays: false, ClusterFixture.Limit, CancellationToken.None);
        Assert.Equal(SessionEndKind.RunOver, (await node.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.False(seed.IsCompleted);
        Task<SessionEnd> other = StartAsync(
            at, stays: false, ClusterFixture.Limit, CancellationToken.None, new BuildIdentity("01", "other", ""));
        Assert.Equal(SessionEndKind.RunOver, (await other.WaitAsync(ClusterFixture.Limit)).Kind);

        // A spare, beyond the two that it listens for.
        Task<SessionEnd> spare = StartAsync(at, stays: false, ClusterFixture.Limit, CancellationToken.None);
        Assert.Equal(SessionEndKind.RunOver, (await spare.WaitAsync(ClusterFixture.Limit)).Kind);
        Assert.Equal(3, await seed.WaitAsync(ClusterFixture.Limit));
        Assert.DoesNotContain(_lines, line => line.StartsWith("joined", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASeedOfACompleteRunWaitsForNodesNoLongerThanItsLimit()
    {
        TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TimeSpan limit = TimeSpan.FromMilliseconds(200);

        Assert.Equal(
            0,
            await ClusterRun.DismissAsync(Settings(1, port), limit, CancellationToken.None)
                .WaitAsync(ClusterFixture.Limit));
    }

    [Fact]
    public void ANodeThatStaysAsksASeedThatHasNothingForItLessAndLessOften()
    {
        RestTimes rests = new();

        Assert.Equal(
            [1, 2, 4, 8, 16, 30, 30],
            Enumerable.Range(0, 7).Select(i => rests.After(SessionEndKind.RunOver, isFirst: i == 0).TotalSeconds));
        Assert.Equal(30, rests.After(SessionEndKind.Refused, isFirst: true).TotalSeconds);
        Assert.Equal(1, rests.After(SessionEndKind.RunFailed, isFirst: true).TotalSeconds);
    }

    private static ClusterSettings Settings(int nodes, TaskCompletionSource<int> port) => new()
    {
        Nodes = nodes,
        Remoting = new RemotingOptions(),
        Build = ClusterFixture.Build,
        Experiment = "test",
        Say = _ => { },
        Listening = (_, at) => port.TrySetResult(at),
    };

    private Task<SessionEnd> StartAsync(
        int port, bool stays, TimeSpan giveUpAfter, CancellationToken stop, BuildIdentity? build = null)
    {
        AreaNodeOptions options = new()
        {
            SeedHost = "127.0.0.1",
            SeedPort = port,
            GiveUpAfter = giveUpAfter,
            Stays = stays,
        };
        return new AreaNode(CellModels.All, options, build ?? ClusterFixture.Build, _lines.Enqueue).RunAsync(stop);
    }
}
