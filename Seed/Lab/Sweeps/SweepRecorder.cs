using System.Collections.Concurrent;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Sweeps;

/// <summary>Observes the networks of a sweep, and writes the rows of those that end to sweep.csv.</summary>
/// <remarks>A task of its own writes them, so that no actor waits for the disk.</remarks>
/// <param name="courses">One per network of the sweep, by number.</param>
/// <param name="table">The table.</param>
/// <param name="failed">Called once the table can no longer be written.</param>
internal sealed class SweepRecorder(IReadOnlyList<SweepCourse> courses, SweepTable table, Action failed) : IRunObserver
{
    private readonly ConcurrentBag<Task> _saving = [];

    /// <summary>Completes when the rows of all networks that ended are on the disk.</summary>
    /// <remarks>The task fails if they cannot be written.</remarks>
    public Task SavedAsync() => Task.WhenAll(_saving);

    /// <inheritdoc/>
    public void Started(int network) => courses[network].Start();

    /// <inheritdoc/>
    public void Progressed(int network, long tick) => courses[network].Progress(tick);

    /// <inheritdoc/>
    public void Observed(int network, AreaState state) => courses[network].Add(state);

    /// <inheritdoc/>
    public void Recorded(int network, AreaMeasures measures)
    {
        foreach (Metric metric in measures.Values)
            courses[network].Add(metric);
    }

    /// <inheritdoc/>
    public void Finished(NetworkOutcome outcome)
    {
        IReadOnlyList<(string Metric, MetricPlace Place, double Value)> measures =
            courses[outcome.Plan.Network].End(outcome);
        if (outcome.Completed || outcome.Divergence is not null)
            _saving.Add(Task.Run(() => Save(outcome.Plan.Network, measures)));
    }

    private void Save(int network, IReadOnlyList<(string Metric, MetricPlace Place, double Value)> measures)
    {
        try
        {
            table.Append(network, measures);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            failed();
            throw;
        }
    }
}
