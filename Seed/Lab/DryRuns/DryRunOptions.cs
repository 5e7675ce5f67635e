namespace PalActors.Lab.DryRuns;

/// <summary>Assumptions of a dry run about the machines of the run.</summary>
public sealed record DryRunOptions
{
    /// <summary>Seconds that the network between two nodes takes one way, besides the programs at its ends.</summary>
    public double Latency { get; init; }

    /// <summary>Bytes per second that a node sends, and takes, at most.</summary>
    public double Bandwidth { get; init; } = 125e6;

    /// <summary>Cores of each machine.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>True if a few ticks are computed here, which tells how long they take.</summary>
    public bool Calibrates { get; init; } = true;
}
