using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Telemetry;

/// <summary>Keeps metrics and status of a run, and passes on all that it observes.</summary>
/// <param name="inner">Observer of the run.</param>
/// <param name="models">The cell models.</param>
/// <param name="plans">Networks of the run.</param>
/// <param name="status">Status of the run.</param>
internal sealed class MeteredObserver(
    IRunObserver inner, ModelRegistry models, IReadOnlyList<NetworkPlan> plans, RunStatus status) : IRunObserver
{
    private readonly Dictionary<int, NetworkMeter> _meters =
        plans.ToDictionary(plan => plan.Network, plan => new NetworkMeter(plan, models));

    /// <inheritdoc/>
    public void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes)
    {
        _meters[network].Restored(generation, tick);
        inner.Restored(network, generation, tick, nodes);
    }

    /// <inheritdoc/>
    public void Lost(int network, string node)
    {
        _meters[network].Lost();
        inner.Lost(network, node);
    }

    /// <inheritdoc/>
    public Task<MetricsSeal> DurableAsync(int network, long tick) => inner.DurableAsync(network, tick);

    /// <inheritdoc/>
    public void SnapshotKept(int network, long tick)
    {
        _meters[network].Snapshot("kept");
        inner.SnapshotKept(network, tick);
    }

    /// <inheritdoc/>
    public void SnapshotFailed(int network, long tick, string problem)
    {
        _meters[network].Snapshot("failed");
        inner.SnapshotFailed(network, tick, problem);
    }

    /// <inheritdoc/>
    public void Started(int network)
    {
        _meters[network].Started();
        inner.Started(network);
    }

    /// <inheritdoc/>
    public void Progressed(int network, long tick)
    {
        _meters[network].Progressed(tick);
        status.Progressed(network, tick);
        inner.Progressed(network, tick);
    }

    /// <inheritdoc/>
    public void Measured(int network, NetworkFigures figures)
    {
        _meters[network].Measured(figures);
        inner.Measured(network, figures);
    }

    /// <inheritdoc/>
    public void Observed(int network, AreaState state) => inner.Observed(network, state);

    /// <inheritdoc/>
    public void Watched(int network, AreaState state) => inner.Watched(network, state);

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
        foreach (Metric metric in measures.Values)
            _meters[network].Recorded(metric);
        inner.Recorded(network, measures);
    }

    /// <inheritdoc/>
    public void Recorded(RecordedBlock block) => inner.Recorded(block);

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        _meters[outcome.Plan.Network].Finished(outcome);
        status.Progressed(outcome.Plan.Network, outcome.Tick);
        inner.Finished(outcome);
    }
}
