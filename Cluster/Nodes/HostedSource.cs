using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <summary>A source of a host, as its watchdog sees it.</summary>
/// <param name="endpoint">Name of the source.</param>
/// <param name="actor">Its actor.</param>
internal sealed class HostedSource(Endpoint endpoint, IActorRef actor)
{
    /// <summary>Looks of the watchdog since the source was made, until it is connected.</summary>
    public int Looks;

    /// <summary>Name of the source.</summary>
    public Endpoint Endpoint { get; } = endpoint;

    /// <summary>Actor of the source.</summary>
    public IActorRef Actor { get; } = actor;

    /// <summary>True once its peer has answered.</summary>
    public bool IsConnected { get; set; }
}
