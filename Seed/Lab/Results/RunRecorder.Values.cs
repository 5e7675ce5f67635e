using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Results;

/// <content>Progress and measured values.</content>
internal sealed partial class RunRecorder
{
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
        if (Epochs?.Take(Networks[network].Plan, state) == true)
            return;
        Metric[] compared = [.. _comparers[network].Take(state)];
        if (compared.Length == 0)
            return;
        foreach (Metric metric in compared)
            Networks[network].Add(metric);
        _rows[network].AddCompared(state.Tick, compared);
    }

    /// <inheritdoc/>
    public void Watched(int network, AreaState state) => States?.Invoke(network, state);

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
        foreach (Metric metric in measures.Values)
            Networks[network].Add(metric);
        _rows[network].Add(measures);
        Networks[network].MeasuredTick = _rows[network].ClosedTick;
    }

    /// <inheritdoc/>
    public void Recorded(RecordedBlock block) => _recording?.Append(block);
}
