namespace PalActors.Messages.Control;

/// <summary>Staleness of the emissions that one incoming link delivered in free-running mode.</summary>
/// <param name="Area">The receiving area.</param>
/// <param name="Direction"><c>up</c> for a link from below, <c>down</c> for one from above.</param>
/// <param name="Ticks">Number of ticks that used an emission 0, 1, ... ticks older than the delay says.</param>
public sealed record LinkStaleness(int Area, string Direction, long[] Ticks);
