namespace PalActors.Clustering.Runs;

/// <summary>The staleness that one direction of a projection saw in free-running mode.</summary>
/// <param name="Area">The receiving area.</param>
/// <param name="Direction"><c>up</c>: rates of the area below; <c>down</c>: potentials of the area above.</param>
/// <param name="Ticks">How many ticks used an emission 0, 1, ... ticks older than the delay says.</param>
public sealed record LinkStaleness(int Area, string Direction, long[] Ticks);
