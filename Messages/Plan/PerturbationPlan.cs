namespace PalActors.Messages.Plan;

/// <summary>A perturbation of a network for some ticks, known before tick 1.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="From">Number of the lower area of its pathway; of cells, that of their area.</param>
/// <param name="To">Number of the upper area of its pathway; of cells, that of their area.</param>
/// <param name="FirstTick">First tick, 1 or more.</param>
/// <param name="LastTick">Last tick, not before the first.</param>
public sealed record PerturbationPlan(PerturbationKind Kind, int From, int To, long FirstTick, long LastTick)
{
    /// <summary>Silent cells, 0-based and ascending; none for other kinds.</summary>
    public int[] Cells { get; init; } = [];

    /// <summary>Name of the rule that rests; empty for other kinds.</summary>
    public string Rule { get; init; } = "";

    /// <summary>True if both act in some tick.</summary>
    public bool Overlaps(PerturbationPlan other) => FirstTick <= other.LastTick && other.FirstTick <= LastTick;
}
