namespace PalActors.Areas.Contract;

/// <summary>Emissions that have arrived for one tick, by incoming port.</summary>
/// <param name="links">The links in the order of the ports.</param>
public readonly ref struct Arrivals(ReadOnlySpan<Arrival> links)
{
    private readonly ReadOnlySpan<Arrival> _links = links;

    /// <summary>The arrival at a port.</summary>
    public Arrival this[int port] => _links[port];
}
