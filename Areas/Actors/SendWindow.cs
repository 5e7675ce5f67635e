using PalActors.Areas.Contract.Links;

namespace PalActors.Areas.Actors;

/// <summary>Number of ticks that an area sends at a time over a link.</summary>
/// <remarks>
/// In lockstep it changes no result. At most the delay d, since the neighbour needs a tick's emission only d ticks
/// later, and at least 1. To another node d/2: while one half travels both neighbours compute the other one. On the
/// same node no time is lost on the way, and d makes half as many messages (both are measured in docs/delays.md).
/// Free-running, by hand also more, up to d and the staleness that is allowed: fewer messages for older ones.
/// </remarks>
/// <param name="Ticks">A number of ticks for all links, or 0 to follow the rule.</param>
public readonly record struct SendWindow(int Ticks)
{
    /// <summary>Most ticks in a frame.</summary>
    /// <param name="timing">The link.</param>
    /// <param name="isFree">True if the areas are free-running.</param>
    /// <param name="isHere">True if the neighbour lives on the same node.</param>
    /// <param name="fitting">Ticks that fit one message, 1 or more.</param>
    public int Of(LinkTiming timing, bool isFree, bool isHere, int fitting = int.MaxValue)
    {
        int most = Ticks == 0
            ? Math.Max(1, isHere ? timing.Delay : timing.Delay / 2)
            : Math.Clamp(Ticks, 1, Math.Max(1, isFree ? timing.Line : timing.Delay));
        return Math.Min(most, fitting);
    }
}
