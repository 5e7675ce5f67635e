using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The ticks after which the weights of a network are read out: the end of every evaluation.</summary>
internal static class EncodingTicks
{
    /// <summary>Last ticks of the evaluations that a network reaches, with the epochs done by then.</summary>
    public static IReadOnlyList<(long Tick, int Epoch)> Of(NetworkPlan plan) =>
    [
        .. plan.Schedule.Phases
            .Where(phase => phase.Split == "validation" && phase.LastTick <= plan.Schedule.EndTick)
            .Select(phase => (phase.LastTick, phase.Epoch)),
    ];

    /// <summary>The first and the last of them; one or none where there are no more.</summary>
    public static IReadOnlyList<(long Tick, int Epoch)> EndsOf(NetworkPlan plan)
    {
        IReadOnlyList<(long Tick, int Epoch)> all = Of(plan);
        return all.Count <= 1 ? all : [all[0], all[^1]];
    }
}
