namespace PalActors.Lab.DryRuns;

/// <summary>Memory of the processes of a run, from what they hold at the same time at worst.</summary>
/// <remarks>
/// All numbers were held against the least heap with which runs end with their digest (scripts/memory-check).
/// </remarks>
internal static class MemoryModel
{
    // Heap of the program without a network, and what Akka's connections hold.
    private const long Program = 11_000_000;
    private const long SeedConnections = 30_000_000;
    private const long NodeConnections = 5_000_000;

    /// <summary>Memory of a run in one process.</summary>
    /// <remarks>
    /// At the end every area is captured while it is still there, and states of networks that are over stay until then.
    /// A snapshot that is being written is a further copy, and the file of one area another one.
    /// </remarks>
    public static ProcessMemory OfOne(MemorySizes sizes) => new(
        sizes.SideBySide * sizes.State,
        sizes.SideBySide * sizes.Rings,
        sizes.AllSnapshots + Written(sizes, sizes.Snapshot),
        sizes.Data,
        Program);

    /// <summary>Memory of the seed node.</summary>
    /// <remarks>
    /// It collects the states of all areas. The blocks that are under way from two nodes are there several times:
    /// pieces, the message that they make, and its values.
    /// </remarks>
    public static ProcessMemory OfSeed(MemorySizes sizes) => new(
        sizes.SideBySide * sizes.State,
        sizes.SideBySide * sizes.Rings,
        sizes.AllSnapshots + (2 * sizes.SideBySide * sizes.LargestSnapshot)
            + (sizes.SharesFolder ? 0 : Written(sizes, sizes.WholeSnapshot)),
        sizes.Data,
        Program + SeedConnections);

    /// <summary>Memory of an area node.</summary>
    /// <remarks>A captured state is there as it is, and most of it as bytes on their way to the seed node.</remarks>
    public static ProcessMemory OfNode(MemorySizes sizes) => new(
        sizes.SideBySide * sizes.State,
        sizes.SideBySide * sizes.Rings,
        sizes.SideBySide * sizes.Snapshot * 7 / 4,
        sizes.Data,
        Program + NodeConnections);

    // A snapshot of each network that runs, and the file of its largest area.
    private static long Written(MemorySizes sizes, long snapshot) =>
        sizes.TakesSnapshots ? sizes.SideBySide * (snapshot + sizes.LargestSnapshot) : 0;
}
