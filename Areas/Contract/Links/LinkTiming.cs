namespace PalActors.Areas.Contract.Links;

/// <summary>Delay and slack of both directions of a link, seen from the sender.</summary>
/// <remarks>
/// Slack is by how much an emission that a tick uses may be older than the delay says: the largest jitter, or in
/// free-running mode the bound of staleness. At tick t the sender has integrated t - 1, so it used the neighbour's
/// emission of tick t - 1 - <see cref="Back"/> - <see cref="SlackBack"/> or later; before that one the neighbour had
/// completed a tick that used the sender's of another 1 + <see cref="Delay"/> + <see cref="Slack"/> ticks earlier. So
/// <see cref="Reach"/> ticks are enough (P4 of docs/protocol.md). A link may have none back, for instance a broadcast
/// from the top: then <see cref="Back"/> and <see cref="SlackBack"/> are the sums over some way back of several links,
/// plus one tick for each area between.
/// </remarks>
/// <param name="Delay">d of this direction, ticks.</param>
/// <param name="Back">d of the other direction, or of a way back, ticks.</param>
/// <param name="Slack">Slack of this direction, ticks.</param>
/// <param name="SlackBack">Slack of the other direction, ticks.</param>
public readonly record struct LinkTiming(int Delay, int Back, int Slack, int SlackBack)
{
    /// <summary>Ticks that one area can be ahead, plus those still needed.</summary>
    public int Reach => Line + Back + SlackBack + 2;

    /// <summary>Length of the delay line: emissions that a receiver may still use, in ticks.</summary>
    /// <remarks>After a tick that all areas have completed.</remarks>
    public int Line => Delay + Slack;
}
