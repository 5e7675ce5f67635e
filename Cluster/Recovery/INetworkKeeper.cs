using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recovery;

/// <summary>Keeps what a network needs to go on after the loss of nodes, this one included.</summary>
/// <remarks>Calls may come from several threads.</remarks>
public interface INetworkKeeper
{
    /// <summary>Interval between snapshots; null for no snapshots.</summary>
    SnapshotInterval? Interval { get; }

    /// <summary>Folder that all nodes share and write their areas' snapshots to.</summary>
    /// <remarks>If it is empty, states are sent to the clock.</remarks>
    string SharedFolder { get; }

    /// <summary>Takes the next generation; it is on the disk before it is used, and never comes again.</summary>
    /// <remarks>It waits for a snapshot that is being written.</remarks>
    Task<int> NextGenerationAsync();

    /// <summary>Loads the newest complete and intact snapshot, or null.</summary>
    /// <remarks>It waits for a snapshot that is being written.</remarks>
    Task<LoadedSnapshot?> NewestAsync();

    /// <summary>Keeps a snapshot.</summary>
    /// <param name="generation">Generation of the network.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="snapshots">All areas.</param>
    /// <param name="durable">
    /// Completes with the seal of what was measured once that and everything recorded up to the tick is on the disk:
    /// only then the snapshot counts.
    /// </param>
    Task KeepAsync(int generation, long tick, IReadOnlyList<AreaSnapshot> snapshots, Task<MetricsSeal> durable);

    /// <summary>Keeps a snapshot whose files the nodes have written to the shared folder.</summary>
    Task KeepAsync(int generation, long tick, IReadOnlyList<SnapshotWritten> written, Task<MetricsSeal> durable);
}
