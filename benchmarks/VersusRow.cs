namespace PalActors.Benchmarks;

/// <summary>A network of the comparison with other programs.</summary>
/// <param name="Network">The network.</param>
/// <param name="MostMicroseconds">The bar: at most this per tick. Null where another bar counts.</param>
/// <param name="Numpy">What the authors' numpy program needs per step, in microseconds, or null.</param>
/// <param name="GeNN">The same of their GeNN program (single precision).</param>
internal sealed record VersusRow(TimedNetwork Network, double? MostMicroseconds, double? Numpy = null, double? GeNN = null)
{
    /// <summary>The bar as ticks per second of all seeds together, or null.</summary>
    public double? LeastTicksPerSecond { get; init; }

    /// <summary>The bar as a multiple of the passes over the synapses alone, measured in the same rounds, or null.</summary>
    public double? MostTimesKernels { get; init; }

    /// <summary>Threads of the dispatcher, or null for the program's own rule.</summary>
    public int? Threads { get; init; }

    /// <summary>Its name on the command line and in the table.</summary>
    public string Name => Network.Name + (Network.Seeds > 1 ? $", {Network.Seeds} seeds" : "");

    /// <summary>The other programs by name.</summary>
    public IEnumerable<Peer> Peers()
    {
        if (Numpy is double numpy)
            yield return new Peer(null, "numpy", numpy);
        if (GeNN is double genn)
            yield return new Peer(null, "GeNN", genn);
    }
}
