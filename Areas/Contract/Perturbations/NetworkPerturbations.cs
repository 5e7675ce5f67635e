using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Perturbations;

/// <summary>Lesions and frozen rules of a network, as its areas ask for them.</summary>
/// <remarks>Every call makes a timeline of its own; null stands for one that never changes.</remarks>
/// <param name="plans">The perturbations of a plan.</param>
public sealed class NetworkPerturbations(IReadOnlyList<PerturbationPlan> plans)
{
    /// <summary>No perturbation.</summary>
    public static NetworkPerturbations None { get; } = new([]);

    /// <summary>Cells of an area that are silent, ascending; null if none ever is.</summary>
    public Timeline<int[]>? Silent(int area) => Of(
        plans.Where(plan => plan.Kind == PerturbationKind.Cells && plan.To == area),
        acting => acting.SelectMany(plan => plan.Cells).Distinct().Order().ToArray());

    /// <summary>Whether nothing arrives along a pathway; null if something always does.</summary>
    public Timeline<bool>? Cut(Pathway pathway) => Of(
        plans.Where(plan => plan.Kind == PerturbationKind.Pathway && IsOf(plan, pathway)), acting => acting.Any());

    /// <summary>Whether a rule of a pathway rests; null if it never does.</summary>
    /// <remarks>
    /// All rules of a pathway rest while it is cut, and in the tick after, whose presynaptic rates did not arrive.
    /// </remarks>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="pathway">The pathway.</param>
    public Timeline<bool>? Resting(string rule, Pathway pathway) => Of(
        plans.Where(plan => plan.Kind == PerturbationKind.Rule && plan.Rule == rule && IsOf(plan, pathway)).Concat(
            plans.Where(plan => plan.Kind == PerturbationKind.Pathway && IsOf(plan, pathway))
                .Select(plan => plan with { LastTick = plan.LastTick + 1 })),
        acting => acting.Any());

    private static bool IsOf(PerturbationPlan plan, Pathway pathway) =>
        plan.From == pathway.From && plan.To == pathway.To;

    private static Timeline<T>? Of<T>(
        IEnumerable<PerturbationPlan> some, Func<IEnumerable<PerturbationPlan>, T> valueOf)
    {
        PerturbationPlan[] all = [.. some];
        IEnumerable<long> ticks = all.SelectMany(plan => new[] { plan.FirstTick, plan.LastTick + 1 });
        return all.Length == 0 ? null : new Timeline<T>(
            ticks.Append(0).Distinct().Order().Select(tick => (
                tick, valueOf(all.Where(plan => plan.FirstTick <= tick && tick <= plan.LastTick)))));
    }
}
