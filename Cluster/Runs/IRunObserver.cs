using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Runs;

/// <summary>
/// Who watches a run. Calls for one network come one after the other, those for different networks from different threads. A call that
/// takes long holds the horizon back: nothing runs ahead of its recording.
/// </summary>
public interface IRunObserver
{
    /// <summary>A generation begins after a tick, the first one after tick 0 or that of an earlier run: what was recorded after that tick is forgotten.</summary>
    /// <param name="network">The network.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="tick">The last complete tick.</param>
    /// <param name="nodes">Names of the nodes, and which areas live there.</param>
    void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes)
    {
    }

    /// <summary>A node that hosted areas of the network is gone; another generation will follow.</summary>
    void Lost(int network, string node)
    {
    }

    /// <summary>Completes with the seal of all that was told up to a tick once that is on the disk.</summary>
    Task<MetricsSeal> DurableAsync(int network, long tick) => Task.FromResult(MetricsSeal.None);

    /// <summary>A snapshot of the network is complete.</summary>
    void SnapshotKept(int network, long tick)
    {
    }

    /// <summary>A snapshot could not be kept; the run goes on, with the one before.</summary>
    void SnapshotFailed(int network, long tick, string problem)
    {
    }

    /// <summary>The network's actors are up and its first horizon is granted.</summary>
    void Started(int network);

    /// <summary>All areas of the network have completed this tick.</summary>
    void Progressed(int network, long tick);

    /// <summary>What has come over the network's links so far.</summary>
    void Measured(int network, NetworkFigures figures)
    {
    }

    /// <summary>An area's state after a tick that the schedule marks for it.</summary>
    void Observed(int network, AreaState state)
    {
    }

    /// <summary>An area closed a tick of measures; the ticks of one area come in order.</summary>
    void Recorded(int network, AreaMeasures measures);

    /// <summary>An area recorded values. Whoever keeps them must not throw: see <see cref="Recording.RecordingStore"/>.</summary>
    void Recorded(RecordedBlock block)
    {
    }

    /// <summary>The network reached its last tick, or was stopped.</summary>
    void Finished(NetworkOutcome outcome);
}
