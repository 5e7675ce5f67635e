using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <content>Networks that end, and warnings.</content>
public sealed partial class RunRecorder
{
    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        NetworkRecord network = Networks[outcome.Plan.Network];
        // Values measured at the tick of a divergence, or after it, mean nothing.
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
        // No run will go on from its snapshots. After a divergence they stay: the last one shows the state before it.
        if (network.Divergence is null)
            SnapshotStore.Remove(Path.Combine(_folder, RunFiles.Snapshots), network.Plan.Network);
    }

    private void Write(Metric metric)
    {
        _metrics.Add(metric);
        if (metric.Name is CommonMetrics.Saturated or MicrocircuitMetrics.NormRatio)
            Warn(Networks[metric.Network], metric);
    }

    // Warns at once. The ratio of norms is the last measure of an alignment, so its angles are known.
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

    // Reports each warning once per area and measure.
    private void Warn(NetworkRecord network)
    {
        foreach (NetworkWarning warning in NetworkWarning.Of(network))
        {
            if (_warned[network.Plan.Network].Add((warning.Metric, warning.Area)))
                _events.Warned(network, warning);
        }
    }
}
