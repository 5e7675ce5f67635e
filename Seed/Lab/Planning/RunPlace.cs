using PalActors.Clustering.Overrides;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Planning;

/// <summary>Place and safety of a run: nothing here changes what it computes.</summary>
public sealed record RunPlace
{
    /// <summary>Usual time for which a run that goes on waits for all nodes.</summary>
    public static TimeSpan UsualPatience { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Area nodes besides this process, or null for this process alone, without remoting.</summary>
    public int? Nodes { get; init; }

    /// <summary>
    /// Time for which a run that goes on waits for all nodes before it takes those that are here; null for ever.
    /// </summary>
    public TimeSpan? Patience { get; init; } = UsualPatience;

    /// <summary>True if this process hosts areas, too.</summary>
    public bool SeedHostsAreas { get; init; } = true;

    /// <summary>Address that it listens at, if there are nodes.</summary>
    public RemotingOptions Remoting { get; init; } = new();

    /// <summary>The port that answers probes, or null.</summary>
    public int? HealthPort { get; init; }

    /// <summary>Interval between snapshots, or null for none.</summary>
    public SnapshotInterval? SnapshotEvery { get; init; } = SnapshotInterval.Default;

    /// <summary>Number of complete snapshots of a network that stay on the disk.</summary>
    public int Keep { get; init; } = SnapshotLimits.Default.Keep;

    /// <summary>The most bytes that the snapshots of all networks take, with those that are being written.</summary>
    public long SnapshotBudget { get; init; } = long.MaxValue;

    /// <summary>True if nodes write their snapshots to the run's folder themselves.</summary>
    public bool SharesFolder { get; init; }

    /// <summary>Settings of this process's actor system.</summary>
    public HoconOverrides Overrides { get; init; } = HoconOverrides.None;

    /// <summary>Window and faults; the pace is that of the experiment.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;
}
