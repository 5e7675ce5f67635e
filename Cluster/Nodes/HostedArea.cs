using Akka.Actor;
using PalActors.Areas.Actors;

namespace PalActors.Clustering.Nodes;

/// <summary>An area of a host, as its watchdog sees it.</summary>
/// <param name="index">Index of the area.</param>
/// <param name="actor">Its actor.</param>
/// <param name="ingress">Actor that receives its messages: its own, or one that injects faults into its frames.</param>
/// <param name="progress">Progress that the area writes.</param>
internal sealed class HostedArea(int index, IActorRef actor, IActorRef ingress, AreaProgress progress)
{
    /// <summary>Looks of the watchdog since the area was made, until it is connected.</summary>
    public int Looks;

    /// <summary>Index of the area.</summary>
    public int Index { get; } = index;

    /// <summary>Actor of the area.</summary>
    public IActorRef Actor { get; } = actor;

    /// <summary>Actor that receives the area's messages.</summary>
    public IActorRef Ingress { get; } = ingress;

    /// <summary>Progress that the area writes.</summary>
    public AreaProgress Progress { get; } = progress;

    /// <summary>True once all its peers have answered.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Tick that the area awaited at the last look.</summary>
    public long LastAwaited { get; set; }
}
