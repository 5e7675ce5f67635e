namespace PalActors.Benchmarks;

/// <summary>A network of the comparison with other programs.</summary>
/// <param name="Network">The network.</param>
/// <param name="MostMicroseconds">The bar: most microseconds per tick. Null where another bar counts.</param>
/// <param name="Numpy">Microseconds per step of the authors' numpy program, or null.</param>
/// <param name="GeNN">Microseconds per step of their GeNN program (single precision), or null.</param>
internal sealed record VersusRow(
    TimedNetwork Network, double? MostMicroseconds, double? Numpy = null, double? GeNN = null)
{
    /// <summary>The bar as ticks per second of all seeds together, or null.</summary>
    public double? LeastTicksPerSecond { get; init; }

    /// <summary>The bar as a multiple of the passes over the synapses alone, or null.</summary>
    /// <remarks>These passes are measured in the same rounds.</remarks>
    public double? MostTimesKernels { get; init; }

    /// <summary>Threads of the dispatcher, or null for the default rule.</summary>
    public int? Threads { get; init; }

    /// <summary>Name on the command line and in the table.</summary>
    public string Name => Network.Name + (Network.Seeds > 1 ? $", {Network.Seeds} seeds" : "");

    /// <summary>Gets the figures of other programs by name.</summary>
    public IEnumerable<Peer> Peers()
    {
        if (Numpy is double numpy)
            yield return new Peer(null, "numpy", numpy);
        if (GeNN is double genn)
            yield return new Peer(null, "GeNN", genn);
    }
}
