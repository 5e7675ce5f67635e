using System.Globalization;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Traces;

/// <summary>Replays a golden trace through area actors, and compares every checkpoint.</summary>
/// <remarks>The trace gives parameters, initial state, drive and noise.</remarks>
public static class TraceReplay
{
    /// <summary>Replays a trace.</summary>
    public static Task<ReplayReport> RunAsync(GoldenTrace trace, CancellationToken stop) =>
        RunAsync(trace, new RunSettings(), stop);

    /// <summary>Replays a trace with chosen settings.</summary>
    public static async Task<ReplayReport> RunAsync(
        GoldenTrace trace, RunSettings settings, CancellationToken stop)
    {
        NetworkPlan plan = new()
        {
            Run = 1,
            Network = 0,
            Seed = 0,
            Cells = MicrocircuitModel.ModelName,
            Label = trace.Model,
            Model = trace.Model,
            Layers = trace.Layers,
            Options = trace.Options,
            Data = "trace",
            DataSeed = 0,
            Schedule = trace.Schedule,
        };
        TraceComparison comparison = new(trace);
        long[] ticks = [.. trace.Checkpoints.Select(c => c.Step)];
        IReadOnlyList<NetworkOutcome> outcomes = await LocalRun.RunAsync(
            new TracedModel(trace).Registry, [plan], settings, new Silent(), ticks, comparison.Compare, stop)
            .ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        if (outcomes.FirstOrDefault()?.Divergence is { } divergence)
        {
            throw new RunFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The replay diverged at tick {divergence.Tick}: "
                + $"{divergence.Quantity} of area {divergence.Area} is {divergence.Value}."));
        }

        return new ReplayReport(
            comparison.Worst, comparison.WorstQuantity, comparison.WorstStep, ticks.Length, comparison.ByQuantity);
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
