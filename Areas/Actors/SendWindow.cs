namespace PalActors.Areas.Actors;

/// <summary>
/// How many ticks an area sends at a time over a link with delay d, which is at least 1 and at most d, since the neighbour needs a tick's emission only d ticks later. It changes no result. To another node d/2: while one half travels
/// both neighbours compute the other one. On the same node there is nothing to wait for, and d makes half as many messages (measured: docs/performance.md).
/// </summary>
/// <param name="Ticks">A number of ticks for all links, or null to follow the rule.</param>
public readonly record struct SendWindow(int? Ticks)
{
    /// <summary>Ticks in a frame at most.</summary>
    /// <param name="delay">d, ticks.</param>
    /// <param name="isHere">Whether the neighbour lives on the same node.</param>
    public int Of(int delay, bool isHere) => Math.Clamp(Ticks ?? (isHere ? delay : delay / 2), 1, Math.Max(1, delay));
}
