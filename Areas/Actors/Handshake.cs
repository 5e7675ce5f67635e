using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <summary>Handshake of an actor with its host and the peers that it is linked with.</summary>
/// <remarks>
/// It greets each at its expected path. A peer is known only by an answer from there: unsolicited answers are ignored.
/// Akka's own Identify is not used, since frames may have to go to an ingress that answers in the place of its area.
/// </remarks>
/// <param name="context">Context of the actor.</param>
/// <param name="generation">Generation of its network's actors.</param>
/// <param name="own">Its name.</param>
/// <param name="complete">Called in a turn of the actor when all have answered, and the host knows it.</param>
internal sealed class Handshake(IUntypedActorContext context, int generation, Endpoint own, Action complete)
{
    private const string HostRole = "host";

    private readonly Dictionary<string, (string Path, IActorRef Actor, FramePort? Frames)> _peers = [];

    /// <summary>The host; nobody until all have answered.</summary>
    public IActorRef Host { get; private set; } = ActorRefs.Nobody;

    private bool IsComplete => _peers.Values.All(peer => !peer.Actor.IsNobody());

    /// <summary>The peer of this name once it has answered, else <see cref="ActorRefs.Nobody"/>.</summary>
    public IActorRef Of(Endpoint endpoint) =>
        _peers.TryGetValue(endpoint.ToString(), out (string Path, IActorRef Actor, FramePort? Frames) peer)
            ? peer.Actor
            : ActorRefs.Nobody;

    /// <summary>Where the node of a peer takes frames for it, or null.</summary>
    public FramePort? FramesOf(Endpoint endpoint) => _peers.GetValueOrDefault(endpoint.ToString()).Frames;

    /// <summary>Takes a message if it belongs to the handshake.</summary>
    /// <remarks>
    /// Whether <see cref="Connect"/> and <see cref="FramesStalled"/> come from the local host is for the actor to say.
    /// </remarks>
    public bool Takes(object message)
    {
        switch (message)
        {
            case Connect connect when IsSound(connect):
                Begin(connect);
                return true;
            case FramesStalled:
                Greet();
                return true;
            case Hello hello:
                context.Sender.Tell(new HelloBack(hello.Role), context.Self);
                return true;
            case HelloBack answer:
                Accept(answer);
                return true;
            default:
                return false;
        }
    }

    // Valid paths only, and no peer twice.
    private static bool IsSound(Connect connect) =>
        connect.Peers.Select(peer => peer.Path).Append(connect.Host).All(path => ActorPath.TryParse(path, out _))
        && connect.Peers.Select(peer => peer.Endpoint).Distinct().Count() == connect.Peers.Length;

    private void Begin(Connect connect)
    {
        _peers.Clear();
        _peers.Add(HostRole, (connect.Host, ActorRefs.Nobody, null));
        foreach (Peer peer in connect.Peers)
            _peers.Add(peer.Endpoint.ToString(), (peer.Path, ActorRefs.Nobody, peer.Frames));
        Greet();
    }

    // Those that have not answered yet; to be repeated, since a greeting can be lost.
    private void Greet()
    {
        foreach ((string role, (string path, IActorRef actor, _)) in _peers)
        {
            if (actor.IsNobody())
                context.System.At(ActorPath.Parse(path)).Tell(new Hello(role), context.Self);
        }
    }

    private void Accept(HelloBack answer)
    {
        bool isExpected = _peers.TryGetValue(answer.Role, out (string Path, IActorRef Actor, FramePort? Frames) peer)
            && context.Sender.IsAt(peer.Path, context.System);
        if (!isExpected || IsComplete)
            return;
        _peers[answer.Role] = (peer.Path, context.Sender, peer.Frames);
        if (!IsComplete)
            return;
        Host = _peers[HostRole].Actor;
        Host.Tell(new Connected(generation, own), context.Self);
        complete();
    }
}
