using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <summary>Peers of an actor: their expected paths, and those that have answered from there.</summary>
/// <remarks>
/// A peer is known only by an answer from its path: unsolicited answers are ignored. Akka's own Identify is not used,
/// since frames may have to go to an ingress that answers in the place of its area.
/// </remarks>
internal sealed class PeerDirectory
{
    private const string HostRole = "host";

    private readonly Dictionary<string, (string Path, IActorRef Actor)> _peers = [];

    /// <summary>Makes a directory in which no peer has answered yet.</summary>
    /// <param name="connect">The peers.</param>
    public PeerDirectory(Connect connect)
    {
        _peers.Add(HostRole, (connect.Host, ActorRefs.Nobody));
        foreach (Peer peer in connect.Peers)
            _peers.Add(peer.Endpoint.ToString(), (peer.Path, ActorRefs.Nobody));
    }

    /// <summary>The host, once it has answered.</summary>
    public IActorRef Host => _peers[HostRole].Actor;

    /// <summary>True once all have answered.</summary>
    public bool IsComplete => _peers.Values.All(peer => !peer.Actor.IsNobody());

    /// <summary>Checks whether a connect has valid paths only, and no peer twice.</summary>
    public static bool IsSound(Connect connect) =>
        connect.Peers.Select(peer => peer.Path).Append(connect.Host).All(path => ActorPath.TryParse(path, out _))
        && connect.Peers.Select(peer => peer.Endpoint).Distinct().Count() == connect.Peers.Length;

    /// <summary>The peer of this name once it has answered, else <see cref="ActorRefs.Nobody"/>.</summary>
    public IActorRef Of(Endpoint endpoint) =>
        _peers.TryGetValue(endpoint.ToString(), out (string Path, IActorRef Actor) peer)
            ? peer.Actor
            : ActorRefs.Nobody;

    /// <summary>Greets the peers that have not answered yet.</summary>
    /// <remarks>To be repeated, since a greeting can be lost.</remarks>
    public void Greet(IUntypedActorContext context)
    {
        foreach ((string role, (string path, IActorRef actor)) in _peers)
        {
            if (actor.IsNobody())
                context.System.At(ActorPath.Parse(path)).Tell(new Hello(role), context.Self);
        }
    }

    /// <summary>Takes an answer.</summary>
    /// <returns>True if the last one that was missing is now known.</returns>
    public bool Accept(HelloBack answer, IActorRef sender, ActorSystem system)
    {
        bool isExpected = _peers.TryGetValue(answer.Role, out (string Path, IActorRef Actor) peer)
            && sender.IsAt(peer.Path, system);
        if (!isExpected)
            return false;
        bool wasComplete = IsComplete;
        _peers[answer.Role] = (peer.Path, sender);
        return IsComplete && !wasComplete;
    }
}
