namespace PalActors.Seed.Results;

/// <summary>Statistics of a metric in one area.</summary>
/// <param name="Area">The area; null for the network.</param>
/// <param name="Start">Values before learning.</param>
/// <param name="End">Values at the end.</param>
public sealed record AreaSummary(int? Area, Quartiles Start, Quartiles End);
