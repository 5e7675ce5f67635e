using PalActors.Areas.Models;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;

namespace PalActors.Benchmarks;

/// <summary>Times networks as actors in steady state, by comparing a run with one of twice the length.</summary>
/// <remarks>
/// Start-up, data set and compiling are in both runs, so they cancel out; what the just-in-time compiler still does
/// during a run is left to a first round, which is discarded.
/// </remarks>
internal static class NetworkTiming
{
    /// <summary>Duration that the shorter run of a pair should take.</summary>
    private const double RunMicroseconds = 400_000;

    private const int MostDisturbed = 20;

    /// <summary>Measures the time per tick of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rounds">Rounds that count; each is a pair of runs.</param>
    /// <param name="settings">How the actors use the machine.</param>
    /// <param name="beside">Something to measure in the same rounds: computes the ticks of a plan and returns the
    /// microseconds that they took.</param>
    public static async Task<Timing> MeasureAsync(
        TimedNetwork network, int rounds, RunSettings settings, Func<NetworkPlan, double>? beside = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        List<double> microseconds = [], bytes = [], others = [];
        // This guess is used by the first round only; later rounds know the time per tick.
        int epochs = EpochsFor(network, (network.Areas * 0.5) + (network.Synapses * 0.5e-3));
        double frames = 0;
        IReadOnlyList<NetworkOutcome> outcomes = [];
        int disturbed = 0;
        for (int round = 0; round <= rounds; round++)
        {
            NetworkPlan[] shorter = network.Plans(epochs), longer = network.Plans(2 * epochs);
            double more = (double)epochs * TimedNetwork.EpochTicks * network.Seeds;
            double besideShorter = beside?.Invoke(shorter[0]) ?? 0;
            double besideLonger = beside?.Invoke(longer[0]) ?? 0;
            Sample first = await RunAsync(shorter, settings);
            Sample second = await RunAsync(longer, settings);
            double perTick = (second.Microseconds - first.Microseconds) / more;
            if (round == 0)
            {
                // On a busy machine a difference can come out far too small; a quarter of the longer run's mean bounds
                // it.
                epochs = EpochsFor(network, Math.Max(perTick, second.Microseconds / more / 8));
                continue;
            }

            // Less time for more ticks: other work had the core during the shorter run, so discard the round. Such a
            // round must not meet a bar.
            if (perTick <= 0)
            {
                if (++disturbed > MostDisturbed)
                    throw new InvalidOperationException(
                        $"{network.Name}: in {disturbed} rounds the longer run took less time than the shorter; this "
                            + "machine is too busy to measure.");
                round--;
                continue;
            }

            microseconds.Add(perTick);
            bytes.Add((second.Bytes - first.Bytes) / more);
            others.Add((besideLonger - besideShorter) / (more / network.Seeds));
            frames = second.Outcomes.Sum(outcome => (double)outcome.Figures.Frames)
                / second.Outcomes.Sum(outcome => outcome.Tick);
            outcomes = first.Outcomes;
        }

        return new Timing(
            new Series(microseconds), new Series(bytes), frames, beside is null ? null : new Series(others), outcomes);
    }

    private static int EpochsFor(TimedNetwork network, double microsecondsPerTick) =>
        (int)Math.Clamp(RunMicroseconds / (microsecondsPerTick * TimedNetwork.EpochTicks * network.Seeds), 1, 5000);

    private static async Task<Sample> RunAsync(NetworkPlan[] plans, RunSettings settings)
    {
        RunStopwatch watch = new();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        IReadOnlyList<NetworkOutcome> outcomes = await LocalRun.RunAsync(
            CellModels.All, plans, settings, watch, CancellationToken.None);
        return new Sample(
            watch.Elapsed.TotalMicroseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes, outcomes);
    }

    private readonly record struct Sample(double Microseconds, double Bytes, IReadOnlyList<NetworkOutcome> Outcomes);
}
