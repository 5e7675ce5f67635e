using PalActors.Areas.Contract.Links;

namespace PalActors.Areas.Actors;

/// <summary>
/// How many ticks an area sends at a time over a link with delay d: at most d, since the neighbour needs a tick's emission only d ticks later, and at least 1. It changes no result in lockstep. To another node d/2: while one half
/// travels both neighbours compute the other one. On the same node there is nothing to wait for, and d makes half as many messages (both are measured in docs/delays.md). Free-running, by hand also more, up to d and the staleness
/// that is allowed: fewer messages for older ones.
/// </summary>
/// <param name="Ticks">A number of ticks for all links, or null to follow the rule.</param>
public readonly record struct SendWindow(int? Ticks)
{
    /// <summary>Ticks in a frame at most.</summary>
    /// <param name="timing">The link.</param>
    /// <param name="isFree">Whether the areas are free-running.</param>
    /// <param name="isHere">Whether the neighbour lives on the same node.</param>
    public int Of(LinkTiming timing, bool isFree, bool isHere) =>
        Ticks is { } ticks ? Math.Clamp(ticks, 1, Math.Max(1, isFree ? timing.Line : timing.Delay)) : Math.Max(1, isHere ? timing.Delay : timing.Delay / 2);
}
