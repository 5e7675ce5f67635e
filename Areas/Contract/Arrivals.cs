namespace PalActors.Areas.Contract;

/// <summary>What has arrived for one tick, by incoming port.</summary>
/// <param name="links">The links in the order of the ports.</param>
public readonly ref struct Arrivals(ReadOnlySpan<Arrival> links)
{
    private readonly ReadOnlySpan<Arrival> _links = links;

    /// <summary>What has arrived at a port.</summary>
    public Arrival this[int port] => _links[port];
}
