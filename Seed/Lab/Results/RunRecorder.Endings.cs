using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <content>Networks that end, and warnings.</content>
internal sealed partial class RunRecorder
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
            _saving.Add(SaveAsync(network, outcome));
    }

    private async Task SaveAsync(NetworkRecord network, NetworkOutcome outcome)
    {
        NetworkPlan plan = network.Plan;
        MetricsSeal seal = await SealAsync(plan.Network, network.Outcome!.Tick).ConfigureAwait(false);
        // Before the file that says that the network is done.
        KeepWeights?.Invoke(outcome);
        SnapshotOrigin origin = new(_builds[plan.Network], plan.DataHash, seal);
        FinishedNetworks.Write(_folder, plan, FinishedNetwork.Of(plan, network.Outcome!, origin), _files);
        // No run will go on from its snapshots. After a divergence they stay: the last one shows the state before it.
        _files.RequireClaim();
        if (network.Divergence is null)
            SnapshotStore.Remove(Path.Combine(_folder, RunFiles.Snapshots), network.Plan.Network);
    }

    // Warns at once. All values of an area and tick are known when the first of them is written.
    private void Write(Metric metric)
    {
        _metrics.Add(metric);
        NetworkRecord network = Networks[metric.Network];
        if (NetworkWarning.IsCause(network, metric) && !_warned[metric.Network].Contains((metric.Name, metric.Place)))
            Warn(network);
    }

    // Reports each warning once per area and measure.
    private void Warn(NetworkRecord network)
    {
        foreach (NetworkWarning warning in NetworkWarning.Of(network))
        {
            if (_warned[network.Plan.Network].Add((warning.Metric, warning.Place)))
                _events.Warned(network, warning);
        }
    }
}
