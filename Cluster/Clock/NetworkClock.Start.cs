using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <content>Has the areas restored, made and connected by their hosts.</content>
public sealed partial class NetworkClock
{
    private readonly Dictionary<Endpoint, HostedActor> _actors = [];
    private int _unhosted;
    private int _unconnected;

    private void HostAll()
    {
        _unhosted = _ports.Length;
        while (_setup.Start.TryDequeue(out AreaSnapshot? snapshot))
            _ports[_setup.NodeOfArea[snapshot.State.Area]]!.Send(new RestoreArea(snapshot));
        ExecutionOptions execution = _setup.Execution with { SharedFolder = _setup.Keeper?.SharedFolder ?? "" };
        Broadcast(new HostAreas(_plan, _setup.NodeOfArea, _hosts, _setup.StartTick, execution));
    }

    private void Hosted(AreasHosted hosted)
    {
        foreach (HostedActor actor in hosted.Actors)
        {
            if (_actors.TryAdd(actor.Endpoint, actor))
                continue;
            Fail($"its start: {actor.Endpoint} was made twice; valid is one receiver for each source");
            return;
        }

        if (--_unhosted > 0)
            return;

        IEnumerable<Endpoint> peers = _actors.Values.SelectMany(actor => actor.Peers);
        if (peers.FirstOrDefault(peer => !_actors.ContainsKey(peer)) is { } lost)
        {
            Fail($"its start: no host made {lost}");
            return;
        }

        _unconnected = _actors.Count;
        HostedActor[] order = [.. _actors.Values];
        if (_setup.ShuffleStart is not null)
        {
            // Networks side by side may share the generator.
            lock (_setup.ShuffleStart)
                _setup.ShuffleStart.Shuffle(order);
        }

        foreach (HostedActor actor in order)
        {
            Peer[] paths = [.. actor.Peers.Select(peer => new Peer(peer, _actors[peer].Path, _actors[peer].Frames))];
            _ports[NodeOf(actor)]!.Send(new ConnectArea(actor.Endpoint, paths));
        }
    }

    // A source lives with the area that it is for, its only peer.
    private int NodeOf(HostedActor actor) =>
        _setup.NodeOfArea[actor.Endpoint.Kind == EndpointKind.Area ? actor.Endpoint.Area : actor.Peers[0].Area];

    // All areas and peers are of this network, and sources have one peer; else the whole message is ignored.
    private bool IsSound(AreasHosted hosted) => hosted.Actors.All(actor =>
        actor.Frames?.IsSound() != false
        && actor.Peers.All(peer => peer.Kind != EndpointKind.Area || IsArea(peer.Area))
        && (actor.Endpoint.Kind == EndpointKind.Area
            ? IsArea(actor.Endpoint.Area)
            : actor.Peers is [{ Kind: EndpointKind.Area }]));
}
