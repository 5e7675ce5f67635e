using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Links;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <content>From nothing to connected areas: open a host on each node, have them restore and make their areas, connect them.</content>
public sealed partial class NetworkClock
{
    private static readonly TimeSpan s_remindInterval = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<Endpoint, HostedActor> _actors = [];
    private readonly string[] _hosts;
    private readonly ControlPort?[] _ports;
    private readonly IActorRef?[] _hostActors;
    private int _unhosted;
    private int _unconnected;
    private int _reminders;

    // Whether the sender is the host that a piece names: a stranger's piece would take the place of an honest one with the same number.
    private bool IsFrom(int node) => node >= 0 && node < _hostActors.Length && Sender.Equals(_hostActors[node]);

    // Whether the sender can be the host that was asked for on a node.
    private bool IsOnSeat(int node) => _setup.Seats[node] is { } seat && (seat.IsLocal ? Sender.IsHere() : Sender.Path.Address == seat.Address);

    private ControlPort? PortOf(int node) => node >= 0 && node < _ports.Length ? _ports[node] : null;

    private void OpenHosts()
    {
        for (int node = 0; node < _ports.Length; node++)
        {
            if (_ports[node] is null)
                _setup.Seats[node].Node.Tell(new OpenHost(_plan.Run, _plan.Network, _setup.Generation, node, _setup.Lane), Self);
        }
    }

    private void RemindAll()
    {
        foreach (ControlPort? port in _ports)
            port?.Remind();
        // The word to a node that joined a moment ago can be lost.
        if (++_reminders % 10 == 0)
            OpenHosts();
    }

    private void Opened(int node)
    {
        if (node < 0 || node >= _ports.Length || _ports[node] is not null || !IsOnSeat(node))
            return;
        _hostActors[node] = Sender;
        Context.Watch(Sender);
        _hosts[node] = Sender.FullPath(Context.System);
        _ports[node] = new ControlPort(Context.System, Self, Sender, _setup.Seats[node].IsLocal, _plan.Network, _setup.Generation, LinkPart.Clock);
        if (!_ports.Contains(null))
            HostAll();
    }

    private void HostAll()
    {
        _unhosted = _ports.Length;
        foreach (AreaSnapshot snapshot in _setup.Start)
            _ports[_setup.NodeOfArea[snapshot.State.Area]]!.Send(new RestoreArea(snapshot));
        ExecutionOptions execution = _setup.Execution with { SharedFolder = _setup.Keeper?.SharedFolder ?? "" };
        Broadcast(new HostAreas(_plan, _setup.NodeOfArea, _hosts, _setup.StartTick, execution));
    }

    private void Hosted(AreasHosted hosted)
    {
        foreach (HostedActor actor in hosted.Actors)
            _actors[actor.Endpoint] = actor;
        if (--_unhosted > 0)
            return;

        if (_actors.Values.SelectMany(actor => actor.Peers).FirstOrDefault(peer => !_actors.ContainsKey(peer)) is { } lost)
        {
            Fail($"its start: no host made {lost}");
            return;
        }

        _unconnected = _actors.Count;
        HostedActor[] order = [.. _actors.Values];
        if (_setup.ShuffleStart is not null)
        {
            // Networks side by side may share it.
            lock (_setup.ShuffleStart)
                _setup.ShuffleStart.Shuffle(order);
        }

        foreach (HostedActor actor in order)
        {
            Peer[] peers = [.. actor.Peers.Select(peer => new Peer(peer, _actors[peer].Path))];
            _ports[NodeOf(actor)]!.Send(new ConnectArea(actor.Endpoint, peers));
        }
    }

    // A source lives with the area that it is for, its only peer.
    private int NodeOf(HostedActor actor) =>
        _setup.NodeOfArea[actor.Endpoint.Kind == EndpointKind.Area ? actor.Endpoint.Area : actor.Peers[0].Area];

    // Each area of this network once, all peers known, sources with one peer: a host that errs is refused whole.
    private bool IsSound(AreasHosted hosted) => hosted.Actors.All(actor =>
        actor.Peers.All(peer => peer.Kind != EndpointKind.Area || IsArea(peer.Area))
        && (actor.Endpoint.Kind == EndpointKind.Area ? IsArea(actor.Endpoint.Area) : actor.Peers is [{ Kind: EndpointKind.Area }]));

    private sealed class Remind : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Remind Instance { get; } = new();
    }
}
