using PalActors.Lab.DryRuns;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>Plans of shipped experiments with changed keys.</summary>
internal static class PlannedRuns
{
    /// <summary>The networks of an experiment.</summary>
    /// <param name="experiment">Its name.</param>
    /// <param name="settings">Keys and values, as <c>--set</c> takes them.</param>
    public static IReadOnlyList<NetworkPlan> Networks(string experiment, params string[] settings) =>
        NetworkPlans.Of(Read(experiment, settings));

    /// <summary>The run of an experiment on machines of two cores.</summary>
    /// <param name="place">Place of the run.</param>
    /// <param name="experiment">Its name.</param>
    /// <param name="settings">Keys and values, as <c>--set</c> takes them.</param>
    public static PlannedRun Run(RunPlace place, string experiment, params string[] settings)
    {
        Experiment read = Read(experiment, settings);
        return new PlannedRun(read, NetworkPlans.Of(read), place, cores: 2);
    }

    private static Experiment Read(string experiment, string[] settings)
    {
        Override[] overrides = [.. settings.Select(text => Override.Parse("--set", text))];
        return ExperimentSource.Read(CellModels.All, experiment, null, overrides, []);
    }
}
