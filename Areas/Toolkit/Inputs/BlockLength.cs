using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>
/// Number of ticks of a forward projection that are computed as one block (<see cref="BlockedInput"/>).
/// </summary>
/// <remarks>
/// It is a function of delay, sizes and the experiment's setting only. So block boundaries, which rounding depends on,
/// are the same wherever and however a network runs.
/// </remarks>
public static class BlockLength
{
    /// <summary>Fewest bytes of W and D for which blocks pay.</summary>
    /// <remarks>
    /// Smaller matrices stay in a processor's caches, where a pass in every tick was measured to be as fast:
    /// docs/performance.md.
    /// </remarks>
    public const long LeastBytes = 12_000_000;

    /// <summary>Largest number of ticks of a block; longer blocks were measured to gain nothing more.</summary>
    public const int Most = 32;

    // Ticks are summed up in groups of eight.
    private const int Unit = 2 * BlockKernels.Tile;

    /// <summary>Computes the number of ticks of a block.</summary>
    /// <param name="bytes">Bytes of W and D.</param>
    /// <param name="fromBelow">The link that brings the rates.</param>
    /// <param name="asked">
    /// Ticks as the experiment says, cut to the delay, or 0: half the delay, at most <see cref="Most"/>, in whole
    /// eights, where W and D are large enough.
    /// </param>
    /// <returns>1 without blocks: every tick passes over the matrix.</returns>
    public static int Of(long bytes, LinkTiming fromBelow, int asked)
    {
        // With slack the rates of later ticks are not known ahead.
        if (fromBelow.Slack > 0)
            return 1;
        int ticks = asked > 0
            ? Math.Min(asked, fromBelow.Delay)
            : bytes < LeastBytes ? 1 : Math.Min(fromBelow.Delay / 2, Most) / Unit * Unit;
        return Math.Max(1, ticks);
    }
}
