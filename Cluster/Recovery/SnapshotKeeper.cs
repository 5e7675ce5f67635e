using System.Diagnostics;
using PalActors.Clustering.Snapshots;
using PalActors.Clustering.Telemetry;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Recovery;

/// <summary>Keeps a network's snapshots in a folder of the run, one operation at a time.</summary>
/// <param name="folder">Folder of the run's snapshots.</param>
/// <param name="plan">The network.</param>
/// <param name="interval">How often they are taken, or null for never.</param>
/// <param name="sharesFolder">Whether nodes write their areas to the folder themselves.</param>
/// <param name="builds">The builds that compute the network, the first one first.</param>
/// <param name="damaged">Gets a line for each snapshot that is passed over because it is damaged.</param>
/// <param name="limits">How many stay on the disk; null for the default.</param>
/// <param name="files">How files are written; null for <see cref="DurableFile.Default"/>.</param>
public sealed class SnapshotKeeper(
    string folder, NetworkPlan plan, SnapshotInterval? interval, bool sharesFolder, BuildIdentity[] builds,
    Action<string> damaged, SnapshotLimits? limits = null, DurableFile? files = null) : INetworkKeeper, IDisposable
{
    private readonly SnapshotStore _store = new(folder, plan.Network, PlanFingerprint.Compute(plan), files, limits);
    private readonly SemaphoreSlim _turn = new(1);
    private volatile int _generation;
    private ActivityContext _span;

    /// <inheritdoc/>
    public SnapshotInterval? Interval => interval;

    /// <inheritdoc/>
    public string SharedFolder { get; } = sharesFolder ? Path.GetFullPath(folder) : "";

    /// <inheritdoc/>
    public Task<int> NextGenerationAsync()
    {
        // Snapshots are taken on a clock's behalf, whose thread knows no span.
        _span = Activity.Current?.Context ?? default;
        return InTurnAsync(() => _generation = _store.NextGeneration(damaged));
    }

    /// <inheritdoc/>
    public Task<LoadedSnapshot?> NewestAsync() => InTurnAsync(() =>
    {
        LoadedSnapshot? newest = _store.Newest(damaged);
        _store.DiscardAfter(newest?.Tick ?? 0);
        return newest;
    });

    /// <inheritdoc/>
    public Task KeepAsync(
        int generation, long tick, IReadOnlyList<AreaSnapshot> snapshots, Task<MetricsSeal> durable) =>
        KeepAsync(generation, tick, () => [.. snapshots.Select(snapshot => _store.Put(generation, snapshot))], durable);

    /// <inheritdoc/>
    public Task KeepAsync(
        int generation, long tick, IReadOnlyList<SnapshotWritten> written, Task<MetricsSeal> durable) =>
        KeepAsync(
            generation, tick,
            () => [.. written.Select(area => new SnapshotEntry(area.Area, area.Length, area.Hash))], durable);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    // Completing a snapshot removes unfinished files of the folder, whoever writes them.
    private async Task<T> InTurnAsync<T>(Func<T> act)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return act();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task KeepAsync(int generation, long tick, Func<SnapshotEntry[]> put, Task<MetricsSeal> durable)
    {
        // Leave the caller's thread, which is a clock's: the rest waits for disks.
        await Task.Yield();
        await _turn.WaitAsync().ConfigureAwait(false);
        TagList tags = NetworkMeter.Tags(plan);
        using Activity? span = Instruments.Spans.StartActivity("snapshot", ActivityKind.Internal, _span, tags);
        span?.SetTag("palactors.tick", tick);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            // Ignore a generation that is over: its tick may lie beyond the one that the next generation went back to.
            if (generation != _generation)
                return;
            SnapshotEntry[] entries = put();
            MetricsSeal metrics = await durable.ConfigureAwait(false);
            _store.Complete(generation, tick, entries, new SnapshotOrigin(builds, plan.DataHash, metrics));
            Instruments.SnapshotTime.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
            Instruments.SnapshotBytes.Record(entries.Sum(entry => entry.Length), tags);
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            _store.Abandon(tick);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }
}
