using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Clustering.Reports;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>Sizes and costs of the areas of plans.</summary>
internal static class PlanFootprints
{
    /// <summary>Asks the plan's model.</summary>
    /// <exception cref="RunFailedException">The plan cannot run.</exception>
    public static IReadOnlyList<AreaFootprint> Of(ModelRegistry models, NetworkPlan plan)
    {
        try
        {
            return models.Of(plan).Footprints(plan);
        }
        catch (Exception exception) when (exception is ArgumentException or ParameterException)
        {
            throw new RunFailedException($"Network {plan.Network} (seed {plan.Seed}) failed: {exception.Message}");
        }
    }
}
