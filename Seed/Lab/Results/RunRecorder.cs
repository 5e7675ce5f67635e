using System.Collections.Concurrent;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Observes a run, for the display, the results and metrics.csv.</summary>
/// <remarks>
/// Calls return at once, except those with recorded blocks, which go to the disk before the network may run on.
/// </remarks>
internal sealed partial class RunRecorder : IRunObserver
{
    private readonly MetricsFile _metrics;
    private readonly RecordingStore? _recording;
    private readonly string _folder;
    private readonly DurableFile _files;
    private readonly ConcurrentBag<Task> _saving = [];
    private readonly UpdateComparer[] _comparers;
    private readonly OrderedMetrics[] _rows;
    private readonly NetworkEvents _events;
    private readonly IReadOnlyList<BuildIdentity[]> _builds;
    private readonly HashSet<(string, MetricPlace)>[] _warned;

    /// <summary>Observes the networks of a run that an earlier one did not finish.</summary>
    /// <param name="plans">All networks.</param>
    /// <param name="cells">Their cell model.</param>
    /// <param name="claim">The folder of the run.</param>
    /// <param name="metrics">Its metrics.csv.</param>
    /// <param name="recording">Store of recorded blocks, or null.</param>
    /// <param name="earlier">State that an earlier run left.</param>
    /// <param name="events">Receives events besides measures.</param>
    public RunRecorder(
        IReadOnlyList<NetworkPlan> plans,
        IAreaModel cells,
        FolderClaim claim,
        MetricsFile metrics,
        RecordingStore? recording,
        EarlierRun earlier,
        NetworkEvents events)
    {
        _events = events;
        _builds = earlier.Builds;
        (_folder, _files) = (claim.Path, claim.Files);
        _metrics = metrics;
        _recording = recording;
        _comparers = [.. plans.Select(plan => new UpdateComparer(plan))];
        _rows = [.. plans.Select(plan => new OrderedMetrics(plan, Write))];
        _warned = [.. plans.Select(_ => new HashSet<(string, MetricPlace)>())];
        Networks = [.. plans.Select(plan => new NetworkRecord(plan, cells))];
        foreach (Metric metric in earlier.Metrics)
            Networks[metric.Network].Add(metric);
        foreach (NetworkRecord network in Networks)
            network.EvaluationsBefore = network.Validated().Count;
        foreach ((int network, FinishedNetwork finished) in earlier.Finished)
            Networks[network].Finish(finished.End);
    }

    /// <summary>Keeps the weights of a network that has finished; null: they are not kept.</summary>
    public Action<NetworkOutcome>? KeepWeights { get; init; }

    /// <summary>Receives states that someone wants to see; null: no one does.</summary>
    public Action<int, AreaState>? States { get; init; }

    /// <summary>Keeps something of the ends of epochs; null: nothing.</summary>
    public IEpochKeeper? Epochs { get; init; }

    /// <summary>Says on which nodes areas are; null: this process has all of them.</summary>
    public RunStatus? Nodes { get; init; }

    /// <summary>Completes when the file of every finished network is on the disk.</summary>
    public Task SavedAsync() => Task.WhenAll(_saving);

    /// <summary>One record per network.</summary>
    public IReadOnlyList<NetworkRecord> Networks { get; }

    /// <inheritdoc/>
    public void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes)
    {
        // Cutting back rewrites the file, so skip it for a network that begins: it has no rows there.
        if (Networks[network].CutBack(tick))
            _metrics.CutBack(network, tick);
        _recording?.CutBack(network, tick);
        _comparers[network] = new UpdateComparer(Networks[network].Plan);
        _rows[network].CutBack(tick);
        Networks[network].MeasuredTick = tick;
        Networks[network].Generation = generation;
        Networks[network].Places = Nodes?.Networks.First(one => one.Network == network).Places;
        Epochs?.Begin(Networks[network].Plan, tick);
        _events.Restored(Networks[network], generation, tick, nodes);
    }

    /// <inheritdoc/>
    public void Lost(int network, string node) => _events.Lost(Networks[network], node);

    /// <inheritdoc/>
    public Task<MetricsSeal> DurableAsync(int network, long tick)
    {
        _rows[network].Through(tick);
        _recording?.Sync(network);
        return SealAsync(network, tick);
    }

    /// <inheritdoc/>
    public void SnapshotKept(int network, long tick)
    {
        Networks[network].LastSnapshot = tick;
        _events.SnapshotKept(Networks[network], tick);
    }

    /// <inheritdoc/>
    public void SnapshotFailed(int network, long tick, string problem) =>
        _events.SnapshotFailed(Networks[network], tick, problem);

    /// <inheritdoc/>
    public void Started(int network)
    {
        Networks[network].Start();
        _events.Started(Networks[network]);
    }

    private async Task<MetricsSeal> SealAsync(int network, long tick)
    {
        if (Epochs is { } epochs)
            await epochs.ThroughAsync(network, tick).ConfigureAwait(false);
        return await _metrics.SealAsync(network, tick).ConfigureAwait(false);
    }
}
