using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract.Links;

/// <summary>Limits of the size of a link.</summary>
public static class LinkLimits
{
    // 2 GiB: machines have only a few times as much, and an array of doubles cannot be much larger.
    private const long LargestRing = 1L << 28;

    /// <summary>Refuses a ring of more than 2 GiB, or more than <see cref="TickText.Most"/> ticks.</summary>
    /// <remarks>The ticks are those of the delay and its slack together.</remarks>
    /// <param name="timing">The link.</param>
    /// <param name="key">The parameter of its delay.</param>
    /// <param name="slackKey">The parameter of its slack.</param>
    /// <param name="width">Values that are emitted per tick.</param>
    /// <exception cref="ParameterException">It is refused.</exception>
    public static void Check(this LinkTiming timing, string key, string slackKey, int width)
    {
        if (timing.Line > TickText.Most)
        {
            throw new ParameterException(
                slackKey,
                $"{slackKey} is {timing.Slack} ticks and {key} {timing.Delay}; "
                + $"valid is at most {TickText.Most} ticks together.");
        }

        // A frame holds no more ticks than the line.
        long ring = (long)EmissionFrame.RoundUpToPowerOfTwo(timing.Reach + timing.Line)
            * EmissionFrame.RoundUpToAlignment(width);
        if (ring > LargestRing)
        {
            throw new ParameterException(
                key,
                $"{key} is {timing.Delay} ticks; with {width} values per tick the link would hold {ring >> 27} GiB, "
                + $"valid is at most {LargestRing >> 27}.");
        }
    }
}
