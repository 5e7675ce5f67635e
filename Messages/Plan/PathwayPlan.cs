namespace PalActors.Messages.Plan;

/// <summary>A pathway of a graph: forward from one area to another, and feedback along it.</summary>
/// <param name="From">Number of the lower area.</param>
/// <param name="To">Number of the upper area.</param>
public sealed record PathwayPlan(int From, int To);
