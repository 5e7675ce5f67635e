namespace PalActors.Lab.DryRuns;

/// <summary>Memory that a process of a run needs, in bytes, and what it consists of.</summary>
/// <param name="State">States of the areas that it hosts, of the networks that run side by side.</param>
/// <param name="Links">Emissions that their links hold.</param>
/// <param name="Copies">Captured states: at the end, for snapshots, and on their way to the seed node.</param>
/// <param name="Data">A data set that comes as files.</param>
/// <param name="Runtime">The program itself, and Akka's buffers where there are nodes.</param>
internal sealed record ProcessMemory(long State, long Links, long Copies, long Data, long Runtime)
{
    /// <summary>Share of a container's memory that .NET takes for its heap.</summary>
    public const double HeapShare = 0.75;

    // What the collector leaves free between large arrays; measured with scripts/memory-check.
    private const double Gaps = 0.2;

    // Threads, compiled code and libraries, outside the heap.
    private const long Native = 38_000_000;

    /// <summary>Bytes between arrays that the collector cannot use.</summary>
    public long Unused => (long)(Gaps * (State + Links + Copies + Data));

    /// <summary>Bytes of the heap of .NET: the least DOTNET_GCHeapHardLimit.</summary>
    public long Heap => State + Links + Copies + Data + Unused + Runtime;

    /// <summary>Bytes of a container: the least <c>docker run -m</c>.</summary>
    public long Container => (long)Math.Max(Heap / HeapShare, Heap + Native);
}
