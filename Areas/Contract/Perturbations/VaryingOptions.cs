using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Perturbations;

/// <summary>Options of a plan whose parameters vary from epoch to epoch.</summary>
public static class VaryingOptions
{
    /// <summary>Options of a plan by the first tick in which they hold; that of the first ones is 0.</summary>
    /// <remarks>A value of an epoch holds from the first tick of that epoch on. Epochs after the last are left out.
    /// </remarks>
    public static IReadOnlyList<(long FirstTick, PlanOption[] Options)> Of(NetworkPlan plan)
    {
        List<(long, PlanOption[])> all = [];
        foreach ((int epoch, PlanOption[] options) in ByEpoch(plan))
        {
            if (epoch == 0)
                all.Add((0, options));
            else if (plan.Schedule.TicksOf(epoch, int.MaxValue) is { } ticks)
                all.Add((ticks.First, options));
        }

        return all;
    }

    /// <summary>Options of a plan by the epoch from which on they hold, those after the last one included.</summary>
    public static IEnumerable<(int Epoch, PlanOption[] Options)> ByEpoch(NetworkPlan plan) =>
        plan.Options.SelectMany(option => option.Later).Select(later => later.Epoch).Append(0).Distinct().Order()
            .Select(epoch => (epoch, plan.Options.Select(option => option.At(epoch)).ToArray()));
}
