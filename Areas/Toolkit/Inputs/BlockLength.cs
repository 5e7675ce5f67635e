using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>
/// How many ticks of a forward projection are computed as one block (<see cref="BlockedInput"/>). A function of delay, sizes and the experiment's word only, so that block boundaries, which rounding depends on, are the same
/// wherever and however a network runs.
/// </summary>
public static class BlockLength
{
    /// <summary>W and D that take fewer bytes stay in a processor's caches, where a pass in every tick was measured to be as fast: docs/performance.md.</summary>
    public const long LeastBytes = 12_000_000;

    /// <summary>Longer blocks were measured to gain nothing more.</summary>
    public const int Most = 32;

    // Ticks are summed up in eights.
    private const int Unit = 2 * BlockKernels.Tile;

    /// <summary>Ticks of a block; 1: none, every tick passes over the matrix.</summary>
    /// <param name="bytes">Bytes of W and D.</param>
    /// <param name="fromBelow">The link that brings the rates.</param>
    /// <param name="asked">Ticks as the experiment says, cut to the delay, or 0: half the delay, at most <see cref="Most"/>, in whole eights, where W and D are large enough.</param>
    public static int Of(long bytes, LinkTiming fromBelow, int asked)
    {
        // With slack it is not known ahead which rates a tick will use.
        if (fromBelow.Slack > 0)
            return 1;
        int ticks = asked > 0 ? Math.Min(asked, fromBelow.Delay) : bytes < LeastBytes ? 1 : Math.Min(fromBelow.Delay / 2, Most) / Unit * Unit;
        return Math.Max(1, ticks);
    }
}
