using System.Globalization;
using PalActors.Areas.Models.Traces;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;

namespace PalActors.Lab.Traces;

/// <summary>Replays a golden trace through area actors, and compares every checkpoint.</summary>
/// <remarks>The trace gives parameters, initial state, drive and noise.</remarks>
internal static class TraceReplay
{
    /// <summary>Replays a trace.</summary>
    public static Task<Deviations> RunAsync(ITrace trace, CancellationToken stop) =>
        RunAsync(trace, new RunSettings(), stop);

    /// <summary>Replays a trace with chosen settings.</summary>
    public static async Task<Deviations> RunAsync(
        ITrace trace, RunSettings settings, CancellationToken stop)
    {
        ITraceComparison comparison = trace.Compare();
        settings = settings with { ObserveTicksOf = _ => [.. trace.Ticks], Observed = comparison.Compare };
        IReadOnlyList<NetworkOutcome> outcomes = await LocalRun.RunAsync(
            trace.Registry, [trace.Plan], settings, new Silent(), stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        if (outcomes.FirstOrDefault()?.Divergence is { } divergence)
        {
            throw new RunFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The replay diverged at tick {divergence.Tick}: "
                + $"{divergence.Quantity} of area {divergence.Area} is {divergence.Value}."));
        }

        return comparison.Deviations;
    }

    private sealed class Silent : IRunObserver
    {
        public void Started(int network)
        {
        }

        public void Progressed(int network, long tick)
        {
        }

        public void Recorded(int network, AreaMeasures measures)
        {
        }

        public void Finished(NetworkOutcome outcome)
        {
        }
    }
}
