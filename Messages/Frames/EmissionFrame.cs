namespace PalActors.Messages.Frames;

/// <summary>
/// The message of the tick protocol: emissions of an area in <see cref="TickCount"/> consecutive ticks.
/// </summary>
/// <remarks>
/// A frame is a reused buffer: its sender overwrites it once the protocol proves that the receiver has used it. To keep
/// a frame longer, or to deliver it twice, <see cref="Copy"/> it.
/// </remarks>
public sealed partial class EmissionFrame : IFrameMessage
{
    private readonly int _mask;

    /// <summary>Makes a frame with room of its own.</summary>
    /// <param name="kind">Meaning of the values.</param>
    /// <param name="run">Run it belongs to.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">Generation of the network's actors.</param>
    /// <param name="source">Index of the sending area.</param>
    /// <param name="width">Values per part and tick.</param>
    /// <param name="parts">Parts per tick.</param>
    /// <param name="capacity">Ticks it has room for (1 if the values are held).</param>
    public EmissionFrame(
        FrameKind kind, long run, int network, int generation, int source, int width, int parts, int capacity)
        : this(
            kind,
            run,
            network,
            generation,
            source,
            width,
            parts,
            new double[RoundUpToAlignment(width) * parts * RoundUpToPowerOfTwo(capacity)])
    {
    }

    /// <summary>Makes a frame of its own from a description.</summary>
    /// <param name="header">Description, ticks included.</param>
    public EmissionFrame(in FrameHeader header)
        : this(
            header.Kind,
            header.Run,
            header.Network,
            header.Generation,
            header.Source,
            header.Width,
            header.Parts,
            header.Sets) => (FirstTick, TickCount) = (header.FirstTick, header.TickCount);

    /// <summary>Makes a frame over a ring of ticks that it shares with its sender's other frames.</summary>
    /// <param name="kind">Meaning of the values.</param>
    /// <param name="run">Run it belongs to.</param>
    /// <param name="network">Network of the run.</param>
    /// <param name="generation">Generation of the network's actors.</param>
    /// <param name="source">Index of the sending area.</param>
    /// <param name="width">Values per part and tick.</param>
    /// <param name="parts">Parts per tick.</param>
    /// <param name="ring">Room for a power of two of ticks.</param>
    public EmissionFrame(
        FrameKind kind, long run, int network, int generation, int source, int width, int parts, double[] ring)
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
        {
            throw new ArgumentException(
                $"A ring of {ring.Length} values does not hold a power of two of ticks "
                    + $"of {parts} x {PartStride} values.",
                nameof(ring));
        }

        _mask = ticks - 1;
    }

    /// <summary>Description of the frame as it is now.</summary>
    public FrameHeader Header =>
        new(Kind, Run, Network, Generation, Source, Width, Parts, FirstTick, TickCount);

    /// <summary>Meaning of the values.</summary>
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

    /// <summary>First tick with values in the frame.</summary>
    public long FirstTick { get; set; }

    /// <summary>Number of consecutive ticks with values in the frame.</summary>
    public int TickCount { get; set; }
}
