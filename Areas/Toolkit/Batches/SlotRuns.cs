using System.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Slots of the positions of an image, as runs of whole logical lanes that are contiguous in memory.</summary>
/// <remarks>
/// Without padding a row of an image is one run; with it, each position is a run and its last slots stand behind it.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal readonly struct SlotRuns<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Creates the runs of a row of an image.</summary>
    /// <param name="positions">Positions of the row.</param>
    /// <param name="slots">Slots of the batch.</param>
    public SlotRuns(int positions, int slots)
    {
        int lanes = BatchLayout.Lanes<T>(), stride = BatchLayout.Stride<T>(slots), rest = slots % lanes;
        (Count, Step, Length) = rest == 0
            ? (1, positions * stride, positions * stride)
            : (positions, stride, slots - rest);
        LastSlots = new T[lanes];
        LastSlots.AsSpan(0, rest).Fill(T.One);
        HasLastSlots = rest > 0;
    }

    /// <summary>Number of runs.</summary>
    public int Count { get; private init; }

    /// <summary>Elements from run to run.</summary>
    public int Step { get; private init; }

    /// <summary>Elements of a run, a multiple of the logical lanes.</summary>
    public int Length { get; private init; }

    /// <summary>Whether slots that do not fill the logical lanes stand behind each run.</summary>
    public bool HasLastSlots { get; }

    /// <summary>Factors of the logical lanes behind a run: 1 for a slot, 0 for padding.</summary>
    public T[] LastSlots { get; }

    /// <summary>Gets the runs of the first positions of a row.</summary>
    /// <param name="positions">Number of positions.</param>
    /// <param name="stride">Elements from position to position.</param>
    public SlotRuns<T> First(int positions, int stride) =>
        HasLastSlots
            ? this with { Count = positions }
            : this with { Length = positions * stride, Step = positions * stride };
}
