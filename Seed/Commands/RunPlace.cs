using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Commands;

/// <summary>Where and how safely a run computes: nothing here changes what it computes.</summary>
public sealed record RunPlace
{
    /// <summary>Area nodes besides this process, or null for this process alone, without remoting.</summary>
    public int? Nodes { get; init; }

    /// <summary>Whether this process hosts areas, too.</summary>
    public bool SeedHostsAreas { get; init; } = true;

    /// <summary>Where it listens, if there are nodes.</summary>
    public RemotingOptions Remoting { get; init; } = new();

    /// <summary>The port that answers probes, or null.</summary>
    public int? HealthPort { get; init; }

    /// <summary>How often snapshots are taken, or null for never.</summary>
    public SnapshotInterval? SnapshotEvery { get; init; } = SnapshotInterval.Default;

    /// <summary>Whether nodes write their snapshots to the run's folder themselves.</summary>
    public bool SharesFolder { get; init; }

    /// <summary>Pace, window and faults.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;
}
