using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>Networks of an experiment, run without recording anything.</summary>
internal static class UnrecordedRun
{
    /// <summary>Runs them, and gives their digests in alphabetical order.</summary>
    public static async Task<string[]> DigestsAsync(string experiment)
    {
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(ExperimentReader.Read(CellModels.All, experiment));
        NetworkPlan[] bare = [.. plans.Select(plan => plan with { Recordings = [] })];
        IReadOnlyList<NetworkOutcome> outcomes = await LocalRun.RunAsync(
            CellModels.All, bare, new RunSettings(), new RecordingObserver(), CancellationToken.None);
        return [.. outcomes.Select(outcome => outcome.Digest!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Digests that a run of the command line printed, in the same order.</summary>
    public static string[] DigestsOf(Invocation run) =>
    [
        .. run.Lines
            .Where(line => line.StartsWith("digest ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2])
            .Order(StringComparer.Ordinal),
    ];
}
