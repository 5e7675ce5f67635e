using PalActors.Clustering.Recovery;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Recovery;

/// <summary>A keeper that sees whether anyone still holds the snapshot that it loaded.</summary>
internal sealed class WatchedKeeper(INetworkKeeper keeper) : INetworkKeeper
{
    private WeakReference[] _loaded = [];

    public SnapshotInterval? Interval => keeper.Interval;

    public string SharedFolder => keeper.SharedFolder;

    /// <summary>Number of areas whose loaded states are still held.</summary>
    public int CountHeld()
    {
        GC.Collect();
        Assert.NotEmpty(_loaded);
        return _loaded.Count(reference => reference.IsAlive);
    }

    public Task<int> NextGenerationAsync() => keeper.NextGenerationAsync();

    public async Task<LoadedSnapshot?> NewestAsync()
    {
        LoadedSnapshot? newest = await keeper.NewestAsync();
        _loaded = [.. newest!.Areas.Select(area => new WeakReference(area))];
        return newest;
    }

    public Task KeepAsync(
        int generation, long tick, IReadOnlyList<AreaSnapshot> snapshots, Task<MetricsSeal> durable) =>
        keeper.KeepAsync(generation, tick, snapshots, durable);

    public Task KeepAsync(
        int generation, long tick, IReadOnlyList<SnapshotWritten> written, Task<MetricsSeal> durable) =>
        keeper.KeepAsync(generation, tick, written, durable);
}
