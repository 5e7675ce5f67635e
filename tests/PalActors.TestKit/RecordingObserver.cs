using System.Collections.Concurrent;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.TestKit;

/// <summary>Observer that keeps what a run reports.</summary>
public sealed class RecordingObserver : IRunObserver
{
    private readonly ConcurrentQueue<Metric> _metrics = new();
    private readonly ConcurrentQueue<(int Network, long Tick)> _progress = new();

    /// <summary>Recorded blocks in the order of their arrival.</summary>
    public ConcurrentQueue<RecordedBlock> Blocks { get; } = new();

    /// <summary>States that were observed, in the order of their arrival.</summary>
    public ConcurrentQueue<AreaState> ObservedStates { get; } = new();

    /// <summary>States that someone wanted to see, in the order of their arrival.</summary>
    public ConcurrentQueue<AreaState> WatchedStates { get; } = new();

    /// <summary>Networks in the order of their starts.</summary>
    public ConcurrentQueue<int> StartedNetworks { get; } = new();

    /// <summary>Outcomes in the order of their ends.</summary>
    public ConcurrentQueue<NetworkOutcome> Outcomes { get; } = new();

    /// <summary>Generations of networks, and the ticks they went on from.</summary>
    public ConcurrentQueue<(int Network, int Generation, long Tick)> Generations { get; } = new();

    /// <summary>Ticks of the snapshots that were kept.</summary>
    public ConcurrentQueue<long> Kept { get; } = new();

    /// <summary>Called at every report of progress.</summary>
    public Action<int, long>? OnProgress { get; set; }

    /// <summary>Called when the actors of a generation are up.</summary>
    public Action? OnStarted { get; set; }

    /// <summary>All measures, in order of network, tick, area and name.</summary>
    public IReadOnlyList<Metric> Metrics =>
    [
        .. _metrics.OrderBy(m => m.Network).ThenBy(m => m.Tick).ThenBy(m => m.Area ?? 0)
            .ThenBy(m => m.Name, StringComparer.Ordinal),
    ];

    /// <summary>Reports of progress of a network, in order.</summary>
    public IReadOnlyList<long> ProgressOf(int network) =>
        [.. _progress.Where(p => p.Network == network).Select(p => p.Tick)];

    /// <inheritdoc/>
    public void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes) =>
        Generations.Enqueue((network, generation, tick));

    /// <inheritdoc/>
    public void Watched(int network, AreaState state) => WatchedStates.Enqueue(state);

    /// <inheritdoc/>
    public void SnapshotKept(int network, long tick) => Kept.Enqueue(tick);

    /// <inheritdoc/>
    public void Started(int network)
    {
        StartedNetworks.Enqueue(network);
        OnStarted?.Invoke();
    }

    /// <inheritdoc/>
    public void Progressed(int network, long tick)
    {
        _progress.Enqueue((network, tick));
        OnProgress?.Invoke(network, tick);
    }

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
        foreach (Metric metric in measures.Values)
            _metrics.Enqueue(metric);
    }

    /// <inheritdoc/>
    public void Recorded(RecordedBlock block) => Blocks.Enqueue(block);

    /// <inheritdoc/>
    public void Observed(int network, AreaState state) => ObservedStates.Enqueue(state);

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome) => Outcomes.Enqueue(outcome);
}
