namespace PalActors.Benchmarks;

/// <summary>Bandwidth at which one core reads and writes a working set in place.</summary>
/// <param name="Bytes">Size of the working set.</param>
/// <param name="GigabytesPerSecond">Bytes read plus bytes written, in 10^9 per second.</param>
internal sealed record StreamLevel(long Bytes, double GigabytesPerSecond)
{
    /// <summary>Size as text with its unit.</summary>
    public string Name => Bytes < 1 << 20 ? $"{Bytes >> 10} KiB" : $"{Bytes >> 20} MiB";
}
