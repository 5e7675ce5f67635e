namespace PalActors.Messages.Frames;

/// <content>Layout of the values in the ring.</content>
public sealed partial class EmissionFrame
{
    /// <summary>Alignment of parts and ticks, in doubles.</summary>
    /// <remarks>They start at its multiples, so that receivers can use whole vectors.</remarks>
    public const int Alignment = 8;

    /// <summary>Checks whether one set of values holds for all its ticks.</summary>
    public bool Held => Kind is FrameKind.Stimulus or FrameKind.Target;

    /// <summary>Sets of values it holds: 1 if held, else one per tick.</summary>
    public int Sets => Held ? 1 : TickCount;

    /// <summary>Ring of values, one slot per tick.</summary>
    /// <remarks>
    /// Tick t is at slot t modulo the ring's ticks; then come parts, then neurons, each part padded to
    /// <see cref="PartStride"/>.
    /// </remarks>
    public double[] Values { get; }

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
    public EmissionFrame Copy()
    {
        EmissionFrame copy = new(Header);
        for (int set = 0; set < Sets; set++)
        {
            Values.AsSpan(OffsetOf(FirstTick + set), Parts * PartStride)
                .CopyTo(copy.Values.AsSpan(copy.OffsetOf(FirstTick + set)));
        }

        return copy;
    }

    /// <inheritdoc/>
    IFrameMessage IFrameMessage.Copy() => Copy();
}
