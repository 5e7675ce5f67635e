using Akka.Actor;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Where parts of a run end unexpectedly it goes on, or fails and says why; it never hangs.</summary>
public sealed class EndedPartsTests : IDisposable
{
    private static readonly NetworkPlan s_long =
        SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3], train: 100_000, validation: 1);

    // Nobody tells the nodes of the end of such a run.
    private static readonly TimeSpan s_briefly = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AHostThatEndsOnAnotherNodeIsALostNodeAndTheDigestIsTheSame()
    {
        using SnapshotKeeper keeper = new(
            _folder.FullName, s_long, new SnapshotInterval(2000, TimeSpan.Zero), false, [], line => Assert.Fail(line));
        RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(20) };
        await using ClusterFixture cluster = new([s_long], nodes: 1, settings);
        await cluster.JoinAsync();
        await cluster.ReachedAsync(6000);

        cluster.OfNode("user/node/network-0-g1").Tell(PoisonPill.Instance);

        await cluster.AssertRecoversAsync(s_long);
    }

    [Fact]
    public async Task AHostThatEndsAgainAndAgainWhileItsNodeIsThereIsAFailure()
    {
        await using ClusterFixture cluster = new([s_long], nodes: 1);
        await cluster.JoinAsync();
        for (int generation = 1; generation <= 3; generation++)
        {
            await cluster.GenerationsAsync(generation);
            cluster.OfNode($"user/node/network-0-g{generation}").Tell(PoisonPill.Instance);
        }

        RunFailedException failed = await Assert.ThrowsAsync<RunFailedException>(cluster.EndAsync);
        Assert.Contains(
            "ended 3 times at tick 0, and the node is still there", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user/clock-0-g1", "the clock of network 0 (seed 12345) ended")]
    [InlineData("user/members", "the seed's list of members ended")]
    public async Task WithoutClockOrMembersTheRunFails(string path, string reason)
    {
        await using ClusterFixture cluster = new([s_long], nodes: 1);
        await cluster.JoinAsync(giveUpAfter: s_briefly);
        await cluster.ReachedAsync(100);

        cluster.OfSeed(path).Tell(PoisonPill.Instance);

        RunFailedException failed = await Assert.ThrowsAsync<RunFailedException>(cluster.EndAsync);
        Assert.Equal(reason, failed.Message);
    }

    [Fact]
    public async Task WithoutItsActorSystemTheRunFails()
    {
        await using ClusterFixture cluster = new([s_long], nodes: 1);
        await cluster.JoinAsync(giveUpAfter: s_briefly);
        await cluster.ReachedAsync(100);

        await cluster.Seed.Terminate();

        RunFailedException failed = await Assert.ThrowsAsync<RunFailedException>(cluster.EndAsync);
        Assert.Contains("the seed's actor system ended", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatGoesOnTakesTheNodesThatAreHereWhenItsPatienceIsOver()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
        await using ClusterFixture cluster = new([plan], nodes: 3, patience: TimeSpan.FromSeconds(2));
        await cluster.JoinAsync();
        await cluster.SaysAsync(": the run goes on ");
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
    }
}
