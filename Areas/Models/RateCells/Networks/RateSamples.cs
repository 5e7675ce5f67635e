using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Factory of the samples of a plan, in its order.</summary>
internal static class RateSamples
{
    /// <summary>Samples of a plan.</summary>
    public static PlannedSamples Of(NetworkPlan plan) =>
        new(plan, new CounterOrder(plan.Schedule, plan.Seed), teacher: null);
}
