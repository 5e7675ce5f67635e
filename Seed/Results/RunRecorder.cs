using PalActors.Clustering.Recording;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>Watches a run: keeps what the display and the results need, and hands every value to metrics.csv. Calls return at once, but for recorded
/// blocks, which go to the disk before the network may run on.</summary>
public sealed class RunRecorder(IReadOnlyList<NetworkPlan> plans, MetricsFile metrics, RecordingStore? recording = null) : IRunObserver
{
    private readonly UpdateComparer[] _comparers = [.. plans.Select(plan => new UpdateComparer(plan))];

    /// <summary>One record per network.</summary>
    public IReadOnlyList<NetworkRecord> Networks { get; } = [.. plans.Select(plan => new NetworkRecord(plan))];

    /// <inheritdoc/>
    public void Started(int network) => Networks[network].Start();

    /// <inheritdoc/>
    public void Progressed(int network, long tick) => Networks[network].Progress(tick);

    /// <inheritdoc/>
    public void Observed(int network, AreaState state)
    {
        foreach (Metric metric in _comparers[network].Take(state))
            Recorded(metric);
    }

    /// <inheritdoc/>
    public void Recorded(Metric metric)
    {
        Networks[metric.Network].Add(metric);
        metrics.Add(metric);
    }

    /// <inheritdoc/>
    public void Recorded(RecordedBlock block) => recording?.Append(block);

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        recording?.Finish(outcome.Plan.Network);
        Networks[outcome.Plan.Network].Finish(outcome);
    }
}
