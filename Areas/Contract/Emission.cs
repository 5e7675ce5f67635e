namespace PalActors.Areas.Contract;

/// <summary>Buffers of what an area emits in one tick, by outgoing port.</summary>
/// <param name="links">The links in the order of the ports.</param>
/// <param name="tick">The tick.</param>
public readonly ref struct Emission(ReadOnlySpan<Departure> links, long tick)
{
    private readonly ReadOnlySpan<Departure> _links = links;

    /// <summary>Buffer of one part, padded to whole vectors.</summary>
    /// <param name="port">Place of the port.</param>
    /// <param name="part">The part, 0-based.</param>
    public Span<double> Part(int port, int part) => _links[port].Part(tick, part);
}
