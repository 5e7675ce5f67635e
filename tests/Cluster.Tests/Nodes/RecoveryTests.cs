using PalActors.Clustering.Membership;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Nodes that leave during a run, and nodes that must not join.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhenANodeLeavesASpareTakesItsAreasAndTheDigestIsTheSame()
    {
        // Far more ticks than are needed: the run is stopped when the spare has taken over.
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3], train: 100_000, validation: 1);
        using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(2000, TimeSpan.Zero), sharesFolder: false);
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

    [Theory]
    [InlineData("another build", "", "both must be the same build")]
    [InlineData("00", "fig3abc", "this node was started for fig3abc")]
    public async Task ANodeThatDoesNotFitIsRefusedAndTheRunIsNotHarmed(string build, string experiment, string reason)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
        await using ClusterFixture cluster = new([plan], nodes: 1);
        Task<SessionEnd> other = await cluster.JoinAsync(ClusterFixture.Build with { Hash = build }, experiment);
        SessionEnd end = await other.WaitAsync(ClusterFixture.Limit);
        Assert.Equal(SessionEndKind.Refused, end.Kind);
        Assert.Contains(reason, end.Reason, StringComparison.Ordinal);
        await cluster.JoinAsync();
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Theory]
    [InlineData(null, "both must be the same data")]
    [InlineData(40, "too small")]
    public async Task ANodeWithOtherDataIsRefusedByTheNamesOfBoth(int? train, string reason)
    {
        MadeUpDigits.Write(_folder.FullName);
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [16, 5, 4, 10], train: train ?? 20, validation: 5) with
        {
            Data = "mnist",
            DataFolder = _folder.FullName,
            DataHash = new string('7', 64),
        };
        await using ClusterFixture cluster = new([plan], nodes: 1);

        SessionEnd end = await (await cluster.JoinAsync()).WaitAsync(ClusterFixture.Limit);

        Assert.Equal(SessionEndKind.Refused, end.Kind);
        Assert.Contains("mnist has SHA-256 777777777777", end.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, end.Reason, StringComparison.Ordinal);
        Assert.Contains(cluster.Lines, line => line.Contains("is refused", StringComparison.Ordinal));
        await cluster.StopAsync();
    }

    [Fact]
    public async Task StatesAndPlansLargerThanAFrameCrossTheNodes()
    {
        // W and its D of area 2 are 2 MB each; a frame of the transport is 1 MiB.
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 500, 500, 3], train: 3, validation: 1);
        using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(20, TimeSpan.Zero), sharesFolder: false);
        await using ClusterFixture cluster = new(
            [plan], nodes: 1, new RunSettings { KeeperOf = _ => keeper, Placement = [[1, 3], [2]] });
        await cluster.JoinAsync();
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Fact]
    public async Task NodesMayWriteTheirSnapshotsThemselves()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3], train: 60, validation: 5);
        using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(1000, TimeSpan.Zero), sharesFolder: true);
        await using ClusterFixture cluster = new([plan], nodes: 2, new RunSettings { KeeperOf = _ => keeper });
        await cluster.JoinAsync();
        await cluster.JoinAsync();
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
        Assert.NotNull(await keeper.NewestAsync());
        Assert.NotEmpty(cluster.Observer.Kept);
    }

    private SnapshotKeeper Keeper(NetworkPlan plan, SnapshotInterval interval, bool sharesFolder) =>
        new(_folder.FullName, plan, interval, sharesFolder, [], line => Assert.Fail(line));
}
