namespace PalActors.Messages.Frames;

/// <content>Layout of the values in the ring.</content>
public sealed partial class RateFrame
{
    /// <summary>
    /// Parts and ticks start at multiples of this many doubles, so that receivers can use whole vectors.
    /// </summary>
    public const int Alignment = 8;

    /// <summary>Checks whether the frame has values for a tick.</summary>
    public bool Holds(long tick) => (ulong)(tick - FirstTick) < (ulong)TickCount;

    /// <summary>Offset of the values of a tick in <see cref="Values"/>.</summary>
    public int OffsetOf(long tick) => Held ? 0 : ((int)tick & _mask) * Parts * PartStride;

    /// <summary>Gets one part of the values of a tick, padded.</summary>
    public Span<double> Part(long tick, int part) => Values.AsSpan(OffsetOf(tick) + part * PartStride, PartStride);

    /// <summary>Rounds a width up to a multiple of <see cref="Alignment"/>.</summary>
    public static int RoundUpToAlignment(int width) => (width + Alignment - 1) & ~(Alignment - 1);

    /// <summary>Rounds a number up to a power of two.</summary>
    public static int RoundUpToPowerOfTwo(int count) =>
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);

    /// <summary>Makes a deep copy, with room for its ticks only.</summary>
    public RateFrame Copy()
    {
        RateFrame copy = new(Kind, Run, Network, Generation, Source, Width, Parts, Sets)
        {
            FirstTick = FirstTick,
            TickCount = TickCount,
        };
        for (int set = 0; set < Sets; set++)
        {
            Values.AsSpan(OffsetOf(FirstTick + set), Parts * PartStride)
                .CopyTo(copy.Values.AsSpan(copy.OffsetOf(FirstTick + set)));
        }

        return copy;
    }
}
