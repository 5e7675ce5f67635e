using PalActors.Lab.Results;
using PalActors.Messages.Control;

namespace PalActors.Lab.Runs;

/// <summary>Receives what happens while an experiment runs.</summary>
/// <remarks>Each method does nothing unless it is overridden.</remarks>
public class RunListener
{
    /// <summary>Called with a remark on the input, or on what an earlier process left in the folder.</summary>
    public virtual void Note(string text)
    {
    }

    /// <summary>Called when something happens that is no result: a node is lost, a figure cannot be drawn.</summary>
    /// <remarks>It may be called by several threads at once.</remarks>
    public virtual void Event(string text)
    {
    }

    /// <summary>Called instead where it is known what the event is about; by default that does not matter.</summary>
    public virtual void Event(string text, EventSubject subject) => Event(text);

    /// <summary>Called when a snapshot of a network is complete.</summary>
    /// <remarks>It may be called by several threads at once, and should return at once.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="tick">The last complete tick that it holds.</param>
    public virtual void SnapshotKept(NetworkRecord network, long tick)
    {
    }

    /// <summary>Called when another process has taken the folder over.</summary>
    /// <remarks>
    /// It may do so after a long suspension. Nothing is written from then on; the run fails with these words.
    /// </remarks>
    public virtual void FolderLost(string text)
    {
    }

    /// <summary>Called when the folder is there and the networks are about to start.</summary>
    public virtual void Begin(RunStart start)
    {
    }

    /// <summary>Called when nodes can join.</summary>
    /// <param name="nodes">Number of nodes that the run waits for.</param>
    /// <param name="host">Host name or address that they join.</param>
    /// <param name="port">Its port.</param>
    public virtual void Listening(int nodes, string host, int port)
    {
    }

    /// <summary>Called once when the networks have started; the run waits for it at its end.</summary>
    /// <param name="networks">The networks of the run; their values change as it goes on.</param>
    /// <param name="run">Completed when they have ended.</param>
    public virtual Task WatchAsync(IReadOnlyList<NetworkRecord> networks, Task run) => Task.CompletedTask;

    /// <summary>Says whether the state of a network is wanted now; its clock asks at each horizon.</summary>
    /// <remarks>It must return at once. If it is, <see cref="State"/> receives it.</remarks>
    /// <param name="network">Number of the network.</param>
    public virtual bool WantsState(int network) => false;

    /// <summary>Receives the state of an area that was wanted; those of one tick come from any thread.</summary>
    /// <param name="network">Number of the network.</param>
    /// <param name="state">The state at the end of a horizon.</param>
    public virtual void State(int network, AreaState state)
    {
    }

    /// <summary>Called before the latent plane of a network is read out.</summary>
    public virtual void ReadingOut(string network)
    {
    }

    /// <summary>Called when all files are written.</summary>
    /// <remarks>If the run has nodes, they are dismissed after it.</remarks>
    public virtual void End(RunResult result)
    {
    }
}
