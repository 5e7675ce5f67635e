using PalActors.Areas.Model.Parameters;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Model.Delays;

/// <summary>
/// How many ticks of one direction of a link are on their way, needed or asked for at a time. Slack is by how much an emission that a tick uses may be older than the delay says: the largest jitter, or in
/// free-running mode the bound of staleness. Seen from the sender: at tick t its area has integrated t - 1, so it used the neighbour's emission of tick t - 1 - <see cref="Back"/> - <see cref="SlackBack"/> or
/// later; before that one the neighbour had completed a tick that used this area's of another 1 + <see cref="Delay"/> + <see cref="Slack"/> ticks earlier. So <see cref="Reach"/> ticks are enough.
/// </summary>
/// <param name="Delay">d of this direction, ticks.</param>
/// <param name="Back">d of the other direction, ticks.</param>
/// <param name="Slack">Slack of this direction, ticks.</param>
/// <param name="SlackBack">Slack of the other direction, ticks.</param>
public readonly record struct LinkTiming(int Delay, int Back, int Slack, int SlackBack)
{
    // 2 GiB: no machine that this runs on has many times as much, and arrays of doubles end soon after.
    private const long LargestRing = 1L << 28;

    /// <summary>Ticks that one area can be ahead, plus those still needed.</summary>
    public int Reach => Line + Back + SlackBack + 2;

    /// <summary>Ticks of emissions that a receiver may still use after a tick that all have completed: the length of the delay line.</summary>
    public int Line => Delay + Slack;

    /// <summary>Refuses what would take too much: a ring of more than 2 GiB, or a delay with its slack beyond <see cref="TickText.Most"/>.</summary>
    /// <param name="key">The parameter of this delay.</param>
    /// <param name="slackKey">The parameter of its slack.</param>
    /// <param name="width">Values that are emitted per tick.</param>
    /// <exception cref="ParameterException">It is refused.</exception>
    public void Check(string key, string slackKey, int width)
    {
        if (Line > TickText.Most)
            throw new ParameterException(slackKey, $"{slackKey} is {Slack} ticks and {key} {Delay}; valid is at most {TickText.Most} ticks together.");
        // A frame holds no more ticks than the line.
        long ring = (long)RateFrame.RoundUpToPowerOfTwo(Reach + Line) * RateFrame.RoundUpToAlignment(width);
        if (ring > LargestRing)
            throw new ParameterException(key, $"{key} is {Delay} ticks; with {width} values per tick the link would hold {ring >> 27} GiB, valid is at most {LargestRing >> 27}.");
    }
}
