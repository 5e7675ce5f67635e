namespace PalActors.Benchmarks;

/// <summary>How fast one core reads and writes a working set in place.</summary>
/// <param name="Bytes">Size of the working set.</param>
/// <param name="GigabytesPerSecond">Bytes read plus bytes written, in 10^9 per second.</param>
internal sealed record StreamLevel(long Bytes, double GigabytesPerSecond)
{
    /// <summary>The size in words.</summary>
    public string Name => Bytes < 1 << 20 ? $"{Bytes >> 10} KiB" : $"{Bytes >> 20} MiB";
}
