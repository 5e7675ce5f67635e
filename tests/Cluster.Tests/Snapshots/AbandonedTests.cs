using PalActors.Clustering.Recovery;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>A snapshot that could not be stored leaves no files.</summary>
public sealed class AbandonedTests
{
    [Fact]
    public async Task AFailedSnapshotLeavesNeitherFolderNorFile()
    {
        using SnapshotFolder folder = new();
        NetworkPlan plan = SmallPlans.YinYang("PAL") with { Network = SnapshotFolder.Network };
        using SnapshotKeeper keeper = new(folder.Root, plan, null, sharesFolder: false, [], Assert.Fail);
        int generation = await keeper.NextGenerationAsync();
        await keeper.KeepAsync(generation, 10, SnapshotFolder.Snapshots(10), Task.FromResult(MetricsSeal.None));
        string[] before = folder.Files();

        Task<MetricsSeal> full = Task.FromException<MetricsSeal>(new IOException("full"));
        IOException error = await Assert.ThrowsAsync<IOException>(
            () => keeper.KeepAsync(generation, 20, SnapshotFolder.Snapshots(20), full));

        Assert.Equal("full", error.Message);
        Assert.Equal(before, folder.Files());
        Assert.Equal([10], folder.Ticks().Folders);
    }

    [Fact]
    public async Task AGenerationIsTakenBeforeOrAfterASnapshotIsCompletedAndNotMeanwhile()
    {
        using SnapshotFolder folder = new();
        NetworkPlan plan = SmallPlans.YinYang("PAL") with { Network = SnapshotFolder.Network };
        using SnapshotKeeper keeper = new(folder.Root, plan, null, sharesFolder: false, [], Assert.Fail);
        int first = await keeper.NextGenerationAsync();
        TaskCompletionSource<MetricsSeal> durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task kept = keeper.KeepAsync(first, 10, SnapshotFolder.Snapshots(10), durable.Task);
        while (!File.Exists(folder.Area(10, SnapshotFolder.Areas)))
            await Task.Yield();

        // It removes unfinished files when it is completed, among them that of a generation.
        Task<int> second = keeper.NextGenerationAsync();
        Assert.False(second.IsCompleted);
        durable.SetResult(MetricsSeal.None);

        await kept;
        Assert.Equal(first + 1, await second);
        Assert.Equal(10, (await keeper.NewestAsync())!.Tick);
    }

    [Fact]
    public void ACompleteTickIsNotAbandoned()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        SnapshotFolder.Take(store, 10);

        store.Abandon(10);
        store.Abandon(11);

        Assert.Equal(10, store.Newest(Assert.Fail)!.Tick);
    }

    [Fact]
    public void TheOriginComesBackAsItWasKept()
    {
        using SnapshotFolder folder = new();
        SnapshotFolder.Take(folder.Open(), 10);

        SnapshotOrigin origin = Assert.Single(SnapshotStore.Kept(folder.Root, SnapshotFolder.Network)).Origin;

        Assert.Equal(SnapshotFolder.Origin.Builds, origin.Builds);
        Assert.Equal(SnapshotFolder.Origin.DataHash, origin.DataHash);
        Assert.Equal(SnapshotFolder.Origin.Metrics, origin.Metrics);
    }

    [Fact]
    public void AManifestOfAnotherVersionIsRefusedByNameAndNotPassedOver()
    {
        using SnapshotFolder folder = new();
        SnapshotFolder.Take(folder.Open(), 10);
        byte[] earlier = SealedJson.Write(new { Version = 1, Network = SnapshotFolder.Network, Tick = 10 });
        File.WriteAllBytes(folder.Manifest(10), earlier);

        Assert.Contains(
            folder.Manifest(10),
            Assert.Throws<FileVersionException>(() => SnapshotStore.Kept(folder.Root, SnapshotFolder.Network)).Message,
            StringComparison.Ordinal);
        Assert.Throws<FileVersionException>(() => folder.Open().Newest(Assert.Fail));
    }
}
