using PalActors.Messages.Control;

namespace PalActors.Clustering.Runs;

/// <summary>
/// Who watches a run. Calls for one network come one after the other, those for different networks from different threads. A call that
/// takes long holds the horizon back: nothing runs ahead of its recording.
/// </summary>
public interface IRunObserver
{
    /// <summary>The network's actors are up and its first horizon is granted.</summary>
    void Started(int network);

    /// <summary>All areas of the network have completed this tick.</summary>
    void Progressed(int network, long tick);

    /// <summary>An area's state after a tick that the schedule marks for it.</summary>
    void Observed(int network, AreaState state)
    {
    }

    /// <summary>A value was measured.</summary>
    void Recorded(Metric metric);

    /// <summary>An area recorded values. Whoever keeps them must not throw: see <see cref="Recording.RecordingStore"/>.</summary>
    void Recorded(RecordedBlock block)
    {
    }

    /// <summary>The network reached its last tick, or was stopped.</summary>
    void Finished(NetworkOutcome outcome);
}
