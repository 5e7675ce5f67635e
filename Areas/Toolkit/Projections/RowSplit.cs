namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Whether and how the passes over one matrix are split over cores, by rows. The bits are the same in any case: a row's sum and updates need nothing of other rows.</summary>
public sealed class RowSplit
{
    /// <summary>Threads of a pass at most.</summary>
    public const int MostThreads = 256;

    /// <summary>
    /// A matrix of fewer synapses (rows x columns) is passed over by one thread. Sharing a pass was measured to cost one to four microseconds; so many synapses take one thread 8 (no update, floats) to 25
    /// (low-passed, doubles). See docs/performance.md.
    /// </summary>
    public const int LeastSynapses = 100_000;

    /// <summary>A change of a held input that touches fewer synapses is not split: it comes once per presentation, the helpers are asleep by then, and waking one was measured to cost
    /// what it brings, or more, up to a million synapses, which take one thread about a millisecond.</summary>
    public const int LeastHeldSynapses = 4_000_000;

    // More than one, so that a thread that lost its core for a while, or was still asleep, leaves something for the others to take.
    private const int PartsPerThread = 2;

    /// <summary>Splits passes over large matrices.</summary>
    /// <param name="threads">Threads of a pass, the area's own included, 1 to <see cref="MostThreads"/>; 1: none is split.</param>
    public RowSplit(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, MostThreads);
        Threads = threads;
    }

    /// <summary>Nothing is split.</summary>
    public static RowSplit None { get; } = new(1);

    /// <summary>Threads of a pass, the area's own included.</summary>
    public int Threads { get; }

    /// <summary>For tests: splits above so many synapses instead, or null.</summary>
    internal int? Least { get; init; }

    /// <summary>Who shares the passes over a matrix, or null: the thread that asks alone.</summary>
    internal RowTeam? TeamFor(WeightMatrix matrix) =>
        Threads > 1 && matrix.Rows > 2 * matrix.Lanes && (long)matrix.Rows * matrix.Columns >= (Least ?? LeastSynapses) ? RowTeam.Of(Threads) : null;

    /// <summary>Parts of a change of a held input.</summary>
    internal int HeldParts(long synapses) => synapses >= (Least ?? LeastHeldSynapses) ? Parts : 1;

    /// <summary>Parts of a pass that is split.</summary>
    internal int Parts => PartsPerThread * Threads;

    /// <summary>The rows of a part: whole pairs of panels, as evenly as may be; perhaps none.</summary>
    internal static (int First, int End) Rows(WeightMatrix matrix, int part, int parts)
    {
        int pair = 2 * matrix.Lanes;
        long pairs = (matrix.Rows + pair - 1) / pair;
        return ((int)(pairs * part / parts) * pair, Math.Min((int)(pairs * (part + 1) / parts) * pair, matrix.Rows));
    }
}
