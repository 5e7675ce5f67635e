using PalActors.Areas.Contract.Models;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Split of the passes over one matrix over cores, by rows.</summary>
/// <remarks>The bits are the same in any case: a row's sum and updates need nothing of other rows.</remarks>
public sealed class RowSplit
{
    /// <summary>Largest number of threads of a pass.</summary>
    public const int MostThreads = SpareThreads.MostRows;

    /// <summary>Fewest synapses (rows x columns) of a matrix whose passes are split.</summary>
    /// <remarks>
    /// Sharing a pass was measured to cost one to four microseconds; so many synapses take one thread 8 (no update,
    /// floats) to 25 (low-passed, doubles). See docs/performance.md.
    /// </remarks>
    public const int LeastSynapses = 100_000;

    /// <summary>Fewest synapses that a change of a held input must touch to be split.</summary>
    /// <remarks>
    /// The change comes once per presentation, and the helper threads are asleep by then. Waking one was measured to
    /// cost what it brings, or more, up to a million synapses, which take one thread about a millisecond.
    /// </remarks>
    public const int LeastHeldSynapses = 4_000_000;

    /// <summary>Fewest multiply-adds of a product over a batch that is split.</summary>
    /// <remarks>One thread takes them some 15 to 40 microseconds.</remarks>
    public const int LeastMultiplyAdds = 1_000_000;

    /// <summary>Fewest elements of a pass element by element over a batch that is split.</summary>
    /// <remarks>
    /// A pass of some reads and writes per element was measured to take one thread two microseconds for as many in the
    /// second-level cache, and sharing it to cost half of one while the helper threads are awake. Passes that compute
    /// more than that count their elements several times.
    /// </remarks>
    public const int LeastElements = 20_000;

    // Take more than one part per thread, so that a thread that lost its core for a while, or was still asleep, leaves
    // something for the others.
    private const int PartsPerThread = 2;

    /// <summary>Creates a split of passes over large matrices.</summary>
    /// <param name="threads">
    /// Number of threads of a pass, the area's own included, 1 to <see cref="MostThreads"/>; 1 splits no pass.
    /// </param>
    public RowSplit(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, MostThreads);
        Threads = threads;
    }

    /// <summary>Creates the split for areas that may use these threads.</summary>
    public RowSplit(SpareThreads spare)
        : this(Math.Clamp(spare.Rows, 1, MostThreads))
    {
    }

    /// <summary>Split that leaves all passes whole.</summary>
    public static RowSplit None { get; } = new(1);

    /// <summary>Number of threads of a pass, the area's own included.</summary>
    public int Threads { get; }

    /// <summary>Fewest synapses of a split pass in tests; null for the usual limits.</summary>
    internal int? Least { get; init; }

    /// <summary>Gets the threads that share the passes over a matrix.</summary>
    /// <returns>Null if the calling thread does them alone.</returns>
    internal RowTeam? TeamFor(WeightMatrix matrix) =>
        Threads > 1
        && matrix.Rows > 2 * matrix.Lanes
        && (long)matrix.Rows * matrix.Columns >= (Least ?? LeastSynapses)
            ? RowTeam.Of(Threads)
            : null;

    /// <summary>Gets the threads that share a product over a batch.</summary>
    /// <returns>Null if the calling thread does it alone.</returns>
    internal RowTeam? TeamFor(long multiplyAdds) =>
        Threads > 1 && multiplyAdds >= (Least ?? LeastMultiplyAdds) ? RowTeam.Of(Threads) : null;

    /// <summary>Gets the threads that share a pass element by element over a batch.</summary>
    /// <returns>Null if the calling thread does it alone.</returns>
    internal RowTeam? TeamForElements(long elements) =>
        Threads > 1 && elements >= (Least ?? LeastElements) ? RowTeam.Of(Threads) : null;

    /// <summary>Gets the number of parts of a change of a held input.</summary>
    internal int HeldParts(long synapses) => synapses >= (Least ?? LeastHeldSynapses) ? Parts : 1;

    /// <summary>Number of parts of a pass that is split.</summary>
    internal int Parts => PartsPerThread * Threads;

    /// <summary>Gets the rows of a part: whole pairs of panels, as evenly as may be; perhaps none.</summary>
    internal static (int First, int End) Rows(WeightMatrix matrix, int part, int parts)
    {
        int pair = 2 * matrix.Lanes;
        long pairs = (matrix.Rows + pair - 1) / pair;
        return ((int)(pairs * part / parts) * pair, Math.Min((int)(pairs * (part + 1) / parts) * pair, matrix.Rows));
    }
}
