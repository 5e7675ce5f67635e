using System.Collections.Concurrent;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>Watches a run: keeps what the display and the results need, and hands every value to metrics.csv. Calls return at once, but for recorded
/// blocks, which go to the disk before the network may run on.</summary>
public sealed class RunRecorder : IRunObserver
{
    private readonly MetricsFile _metrics;
    private readonly RecordingStore? _recording;
    private readonly string _folder;
    private readonly ConcurrentBag<Task> _saving = [];
    private readonly UpdateComparer[] _comparers;
    private readonly OrderedMetrics[] _rows;
    private readonly NetworkEvents _events;
    private readonly IReadOnlyList<BuildIdentity[]> _builds;
    private readonly HashSet<(string Metric, int? Area)>[] _warned;

    /// <summary>Watches the networks of a run that an earlier one did not finish.</summary>
    /// <param name="plans">All networks.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="metrics">Its metrics.csv.</param>
    /// <param name="recording">Where blocks go, or null.</param>
    /// <param name="earlier">What an earlier run left.</param>
    /// <param name="events">What becomes of networks besides measures.</param>
    public RunRecorder(IReadOnlyList<NetworkPlan> plans, string folder, MetricsFile metrics, RecordingStore? recording, EarlierRun earlier, NetworkEvents events)
    {
        _events = events;
        _builds = earlier.Builds;
        _folder = folder;
        _metrics = metrics;
        _recording = recording;
        _comparers = [.. plans.Select(plan => new UpdateComparer(plan))];
        _rows = [.. plans.Select(plan => new OrderedMetrics(plan, Write))];
        _warned = [.. plans.Select(_ => new HashSet<(string, int?)>())];
        Networks = [.. plans.Select(plan => new NetworkRecord(plan))];
        foreach (Metric metric in earlier.Metrics)
            Networks[metric.Network].Add(metric);
        foreach (NetworkRecord network in Networks)
            network.EvaluationsBefore = network.Series(CommonMetrics.AccuracyValidation).Count;
        foreach ((int network, FinishedNetwork finished) in earlier.Finished)
            Networks[network].Finish(finished.End);
    }

    /// <summary>Completes when every finished network is on the disk as such.</summary>
    public Task SavedAsync() => Task.WhenAll(_saving);

    /// <summary>One record per network.</summary>
    public IReadOnlyList<NetworkRecord> Networks { get; }

    /// <inheritdoc/>
    public void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes)
    {
        // Cutting rewrites the file: a network that begins has nothing there.
        if (Networks[network].CutBack(tick))
            _metrics.CutBack(network, tick);
        _recording?.CutBack(network, tick);
        _comparers[network] = new UpdateComparer(Networks[network].Plan);
        _rows[network].CutBack(tick);
        _events.Restored(Networks[network], generation, tick, nodes);
    }

    /// <inheritdoc/>
    public void Lost(int network, string node) => _events.Lost(Networks[network], node);

    /// <inheritdoc/>
    public Task<MetricsSeal> DurableAsync(int network, long tick)
    {
        _rows[network].Through(tick);
        _recording?.Sync(network);
        return _metrics.SealAsync(network, tick);
    }

    /// <inheritdoc/>
    public void SnapshotFailed(int network, long tick, string problem) => _events.SnapshotFailed(Networks[network], tick, problem);

    /// <inheritdoc/>
    public void Started(int network)
    {
        Networks[network].Start();
        _events.Started(Networks[network]);
    }

    /// <inheritdoc/>
    public void Progressed(int network, long tick)
    {
        Networks[network].Progress(tick);
        _rows[network].Progress(tick);
    }

    /// <inheritdoc/>
    public void Measured(int network, NetworkFigures figures) => Networks[network].Figures = figures;

    /// <inheritdoc/>
    public void Observed(int network, AreaState state)
    {
        Metric[] compared = [.. _comparers[network].Take(state)];
        if (compared.Length == 0)
            return;
        foreach (Metric metric in compared)
            Networks[network].Add(metric);
        _rows[network].AddCompared(state.Tick, compared);
    }

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
        foreach (Metric metric in measures.Values)
            Networks[network].Add(metric);
        _rows[network].Add(measures);
    }

    /// <inheritdoc/>
    public void Recorded(RecordedBlock block) => _recording?.Append(block);

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        NetworkRecord network = Networks[outcome.Plan.Network];
        // What was measured at the tick at which a network diverged, and after it, is of no value.
        long last = outcome.Divergence is null ? outcome.Tick : outcome.Tick - 1;
        if (outcome.Divergence is not null)
        {
            _recording?.CutBack(outcome.Plan.Network, outcome.Tick);
            network.CutBack(last);
        }

        _recording?.Finish(outcome.Plan.Network);
        _rows[outcome.Plan.Network].Through(last);
        network.Finish(outcome);
        Warn(network);
        if (network.HasEnded)
            _saving.Add(SaveAsync(network));
    }

    private async Task SaveAsync(NetworkRecord network)
    {
        NetworkPlan plan = network.Plan;
        MetricsSeal seal = await _metrics.SealAsync(plan.Network, network.Outcome!.Tick).ConfigureAwait(false);
        SnapshotOrigin origin = new(_builds[plan.Network], plan.DataHash, seal);
        FinishedNetworks.Write(_folder, plan, FinishedNetwork.Of(plan, network.Outcome!, origin));
        // No run will go on from its snapshots; the last one of a network that diverged shows how it was before.
        if (network.Divergence is null)
            SnapshotStore.Remove(Path.Combine(_folder, RunFiles.Snapshots), network.Plan.Network);
    }

    private void Write(Metric metric)
    {
        _metrics.Add(metric);
        if (metric.Name is CommonMetrics.Saturated or MicrocircuitMetrics.NormRatio)
            Warn(Networks[metric.Network], metric);
    }

    // As soon as it happens; the ratio of norms is the last measure of an alignment.
    private void Warn(NetworkRecord network, Metric metric)
    {
        HashSet<(string, int?)> warned = _warned[metric.Network];
        bool isNew = metric.Name == CommonMetrics.Saturated
            ? !warned.Contains((metric.Name, metric.Area))
            : MeasureNames.Angles.Any(angle => IsMissing(angle) && !warned.Contains((angle, metric.Area)));
        if (isNew)
            Warn(network);

        bool IsMissing(string angle) => double.IsNaN(network.Last(angle, metric.Area));
    }

    // Each once per area and measure.
    private void Warn(NetworkRecord network)
    {
        foreach (NetworkWarning warning in NetworkWarning.Of(network))
        {
            if (_warned[network.Plan.Network].Add((warning.Metric, warning.Area)))
                _events.Warned(network, warning);
        }
    }
}
