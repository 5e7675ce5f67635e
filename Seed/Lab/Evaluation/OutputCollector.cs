using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Lab.Results;
using PalActors.Messages.Control;

namespace PalActors.Lab.Evaluation;

/// <summary>Collects the recorded outputs of networks, and their figures.</summary>
/// <param name="models">The cell models.</param>
/// <param name="phases">What the networks are shown.</param>
internal sealed class OutputCollector(ModelRegistry models, IReadOnlyList<EvaluationPhase> phases) : IRunObserver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Network, long Tick), double[]> _outputs = [];
    private readonly Dictionary<(int Network, string Metric), double> _values = [];

    // By network; ticks are counted from the first one that is shown here.
    private readonly Dictionary<int, (NetworkRecord Record, long Before)> _progress = phases.ToDictionary(
        phase => phase.Plan.Network,
        phase => (new NetworkRecord(phase.Alone().Plan, models.Of(phase.Plan)), phase.StartTick));

    /// <summary>Progress of the networks.</summary>
    public IReadOnlyList<NetworkRecord> Progress => [.. _progress.Values.Select(one => one.Record)];

    /// <summary>Output of a network after a tick, cell after cell, each with the samples of the batch.</summary>
    public double[] Output(int network, long tick) => _outputs[(network, tick)];

    /// <summary>Last value of a figure of a network.</summary>
    public double Value(int network, string metric) => _values[(network, metric)];

    /// <inheritdoc/>
    public void Started(int network) => _progress[network].Record.Start();

    /// <inheritdoc/>
    public void Progressed(int network, long tick) =>
        _progress[network].Record.Progress(tick - _progress[network].Before);

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
        lock (_lock)
        {
            foreach (Metric metric in measures.Values.Where(metric => metric.Area is null))
                _values[(network, metric.Name)] = metric.Value;
        }
    }

    /// <inheritdoc/>
    public void Recorded(RecordedBlock block)
    {
        lock (_lock)
        {
            for (int record = 0; record < block.Ticks.Length; record++)
            {
                (int Network, long Tick) key = (block.Network, block.Ticks[record]);
                if (!_outputs.TryGetValue(key, out double[]? values))
                    _outputs[key] = values = new double[block.Width];
                int first = record * block.Width, count = Math.Min(block.Width, block.Values.Length - first);
                block.Values.AsSpan(first, count).CopyTo(values.AsSpan(block.Offset));
            }
        }
    }

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        (NetworkRecord record, long before) = _progress[outcome.Plan.Network];
        record.Finish(new NetworkEnd(
            outcome.Tick - before, outcome.Completed, outcome.Figures, Digest: null, record.Seconds));
    }
}
