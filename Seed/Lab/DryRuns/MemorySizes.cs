namespace PalActors.Lab.DryRuns;

/// <summary>Sizes from which the memory of a process follows, in bytes.</summary>
internal sealed record MemorySizes
{
    /// <summary>States of the areas of a network that live in the process.</summary>
    public long State { get; init; }

    /// <summary>Their snapshots, with emissions under way.</summary>
    public long Snapshot { get; init; }

    /// <summary>The largest snapshot of one area of the network.</summary>
    public long LargestSnapshot { get; init; }

    /// <summary>Rings of their links.</summary>
    public long Rings { get; init; }

    /// <summary>Snapshots of all areas of all networks of the run: what is left of them at its end.</summary>
    public long AllSnapshots { get; init; }

    /// <summary>Snapshot of all areas of a network.</summary>
    public long WholeSnapshot { get; init; }

    /// <summary>Networks side by side.</summary>
    public int SideBySide { get; init; } = 1;

    /// <summary>True if snapshots are taken.</summary>
    public bool TakesSnapshots { get; init; }

    /// <summary>True if nodes write their snapshots themselves.</summary>
    public bool SharesFolder { get; init; }

    /// <summary>A data set that comes as files and is shown here, or whose hash is computed here.</summary>
    public long Data { get; init; }
}
