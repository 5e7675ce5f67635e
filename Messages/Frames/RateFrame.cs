namespace PalActors.Messages.Frames;

/// <summary>
/// The one message of the tick protocol: what an area emitted in <see cref="TickCount"/> consecutive ticks.
/// A frame is a reused buffer: its sender overwrites it once the protocol proves that the receiver has used it. Whoever keeps a frame
/// longer, or delivers it twice, copies it (<see cref="Copy"/>).
/// </summary>
public sealed class RateFrame
{
    /// <summary>Parts and ticks start at multiples of this many doubles, so that receivers can use whole vectors.</summary>
    public const int Alignment = 8;

    private readonly int _mask;

    /// <summary>Makes a frame with room of its own.</summary>
    /// <param name="kind">What the values are.</param>
    /// <param name="run">Run it belongs to.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">Generation of the network's actors.</param>
    /// <param name="source">Index of the sending area.</param>
    /// <param name="width">Values per part and tick.</param>
    /// <param name="parts">Parts per tick.</param>
    /// <param name="capacity">Ticks it has room for (1 if the values are held).</param>
    public RateFrame(FrameKind kind, long run, int network, int generation, int source, int width, int parts, int capacity)
        : this(kind, run, network, generation, source, width, parts, new double[RoundUpToAlignment(width) * parts * RoundUpToPowerOfTwo(capacity)])
    {
    }

    /// <summary>Makes a frame over a ring of ticks that it shares with its sender's other frames.</summary>
    /// <param name="kind">What the values are.</param>
    /// <param name="run">Run it belongs to.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">Generation of the network's actors.</param>
    /// <param name="source">Index of the sending area.</param>
    /// <param name="width">Values per part and tick.</param>
    /// <param name="parts">Parts per tick.</param>
    /// <param name="ring">Room for a power of two of ticks.</param>
    public RateFrame(FrameKind kind, long run, int network, int generation, int source, int width, int parts, double[] ring)
    {
        Kind = kind;
        Run = run;
        Network = network;
        Generation = generation;
        Source = source;
        Width = width;
        Parts = parts;
        PartStride = RoundUpToAlignment(width);
        Values = ring;
        int ticks = ring.Length / (PartStride * parts);
        if (!int.IsPow2(ticks) || ticks * PartStride * parts != ring.Length)
            throw new ArgumentException($"A ring of {ring.Length} values does not hold a power of two of ticks of {parts} x {PartStride} values.", nameof(ring));
        _mask = ticks - 1;
    }

    /// <summary>What the values are.</summary>
    public FrameKind Kind { get; }

    /// <summary>Run it belongs to.</summary>
    public long Run { get; }

    /// <summary>Network of the run.</summary>
    public int Network { get; }

    /// <summary>Generation of the network's actors.</summary>
    public int Generation { get; }

    /// <summary>Index of the sending area.</summary>
    public int Source { get; }

    /// <summary>Values per part and tick.</summary>
    public int Width { get; }

    /// <summary>Parts per tick.</summary>
    public int Parts { get; }

    /// <summary>Doubles from one part to the next: <see cref="Width"/> rounded up to <see cref="Alignment"/>.</summary>
    public int PartStride { get; }

    /// <summary>First tick it speaks of.</summary>
    public long FirstTick { get; set; }

    /// <summary>How many ticks it speaks of.</summary>
    public int TickCount { get; set; }

    /// <summary>Whether one set of values holds for all its ticks.</summary>
    public bool Held => Kind is FrameKind.Stimulus or FrameKind.Target;

    /// <summary>Sets of values it holds: 1 if held, else one per tick.</summary>
    public int Sets => Held ? 1 : TickCount;

    /// <summary>The ring of values: tick t at slot t modulo the ring's ticks; then parts, then neurons, each part padded to <see cref="PartStride"/>.</summary>
    public double[] Values { get; }

    /// <summary>Whether the frame speaks of <paramref name="tick"/>.</summary>
    public bool Holds(long tick) => (ulong)(tick - FirstTick) < (ulong)TickCount;

    /// <summary>Where the values of <paramref name="tick"/> start in <see cref="Values"/>.</summary>
    public int OffsetOf(long tick) => Held ? 0 : ((int)tick & _mask) * Parts * PartStride;

    /// <summary>One part of the values of <paramref name="tick"/>, padded.</summary>
    public Span<double> Part(long tick, int part) => Values.AsSpan(OffsetOf(tick) + part * PartStride, PartStride);

    /// <summary>The smallest multiple of <see cref="Alignment"/> that is not below <paramref name="width"/>.</summary>
    public static int RoundUpToAlignment(int width) => (width + Alignment - 1) & ~(Alignment - 1);

    /// <summary>The smallest power of two that is not below <paramref name="count"/>.</summary>
    public static int RoundUpToPowerOfTwo(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);

    /// <summary>A deep copy, with room for its ticks only.</summary>
    public RateFrame Copy()
    {
        RateFrame copy = new(Kind, Run, Network, Generation, Source, Width, Parts, Sets) { FirstTick = FirstTick, TickCount = TickCount };
        for (int set = 0; set < Sets; set++)
            Values.AsSpan(OffsetOf(FirstTick + set), Parts * PartStride).CopyTo(copy.Values.AsSpan(copy.OffsetOf(FirstTick + set)));
        return copy;
    }
}
