using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Evaluation;

/// <summary>Collects the recorded outputs of networks, and their figures.</summary>
/// <param name="progressed">Takes a network and its tick.</param>
internal sealed class OutputCollector(Action<int, long> progressed) : IRunObserver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Network, long Tick), double[]> _outputs = [];
    private readonly Dictionary<(int Network, string Metric), double> _values = [];

    /// <summary>Output of a network after a tick, cell after cell, each with the samples of the batch.</summary>
    public double[] Output(int network, long tick) => _outputs[(network, tick)];

    /// <summary>Last value of a figure of a network.</summary>
    public double Value(int network, string metric) => _values[(network, metric)];

    /// <inheritdoc/>
    public void Started(int network)
    {
    }

    /// <inheritdoc/>
    public void Progressed(int network, long tick) => progressed(network, tick);

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
    }
}
