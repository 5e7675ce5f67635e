using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Reports;

/// <summary>Observer of a run.</summary>
/// <remarks>
/// Calls for one network come one after the other, those for different networks from different threads. A call that
/// takes long holds the horizon back, so that areas never run far ahead of their recording.
/// </remarks>
public interface IRunObserver
{
    /// <summary>Called when a generation begins after a tick: what was recorded after that tick is dropped.</summary>
    /// <param name="network">The network.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="tick">The last complete tick; for the first generation 0, or that of an earlier run.</param>
    /// <param name="nodes">Names of the nodes, with the areas that live there.</param>
    void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes)
    {
    }

    /// <summary>Called when a node that hosted areas of the network is gone; another generation will follow.</summary>
    void Lost(int network, string node)
    {
    }

    /// <summary>Completes with the seal of all values up to a tick once they are on the disk.</summary>
    Task<MetricsSeal> DurableAsync(int network, long tick) => Task.FromResult(MetricsSeal.None);

    /// <summary>Called when a snapshot of the network is complete.</summary>
    void SnapshotKept(int network, long tick)
    {
    }

    /// <summary>Called when a snapshot could not be kept; the run goes on, with the one before.</summary>
    void SnapshotFailed(int network, long tick, string problem)
    {
    }

    /// <summary>Called when the network's actors run and its first horizon is granted.</summary>
    void Started(int network);

    /// <summary>Called when all areas of the network have completed a tick.</summary>
    void Progressed(int network, long tick);

    /// <summary>Receives the traffic over the network's links so far.</summary>
    void Measured(int network, NetworkFigures figures)
    {
    }

    /// <summary>Receives an area's state after a tick that the schedule marks for it.</summary>
    void Observed(int network, AreaState state)
    {
    }

    /// <summary>Receives an area's state because someone wants to see it; see RunSettings.</summary>
    void Watched(int network, AreaState state)
    {
    }

    /// <summary>Receives all measures of an area at a tick; the ticks of one area come in order.</summary>
    void Recorded(int network, AreaMeasures measures);

    /// <summary>Receives recorded values of an area.</summary>
    /// <remarks>It must not throw: see <c>Recording/RecordingStore.cs</c>.</remarks>
    void Recorded(RecordedBlock block)
    {
    }

    /// <summary>Called when the network has reached its last tick, or was stopped.</summary>
    void Finished(NetworkOutcome outcome);
}
