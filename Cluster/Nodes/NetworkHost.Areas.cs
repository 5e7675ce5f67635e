using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Clustering.Telemetry;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <content>Builds what the clock asks for, and reports it.</content>
public sealed partial class NetworkHost
{
    private readonly List<HostedArea> _areas = [];
    private readonly List<HostedSource> _sources = [];
    private HostedNetworks? _hosted;

    private void Host(HostAreas host)
    {
        _host = host;
        try
        {
            // Its time grows with the schedule, and only nodes that write files need it.
            if (host.Execution.SharedFolder.Length > 0)
                _fingerprint = PlanFingerprint.Compute(host.Plan);
            Build(_models.Bind(host.Plan, _spare), host);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Report every failure: the clock would wait for the areas for ever.
            Fail(exception.Message);
        }

        _snapshots.Clear();
    }

    private void Build(INetwork network, HostAreas host)
    {
        _pace = host.Execution.Pace > 0 ? new Pace(host.Execution.Pace, host.StartTick) : null;
        List<HostedActor> hosted = [];
        IArea[] areas =
        [
            .. host.Plan.Graph.WithCells.Where(area => IsHere(host, area))
                .Select(network.BuildArea),
        ];
        if (PortCheck.Problem(areas.ToDictionary(area => area.Index, area => area.Ports)) is { } problem)
            throw new InvalidOperationException(problem);
        foreach (IArea area in areas)
        {
            AreaPorts ports = area.Ports;
            int index = area.Index;
            Endpoint[] peers =
            [
                .. ports.Incoming.Select(port => port.SenderTo(index))
                    .Concat(ports.Outgoing.Select(port => Endpoint.Of(port.Receiver))).Distinct(),
            ];
            IActorRef actor = Area(network, host, area);
            hosted.Add(new HostedActor(Endpoint.Of(index), PathOf(actor), peers, Admit(actor)));
            // A source lives with the area that it is for.
            foreach (IncomingPort port in ports.Incoming.Where(port => port.IsPresented))
            {
                IActorRef source = Source(network, host, port, index);
                hosted.Add(new HostedActor(port.SenderTo(index), PathOf(source), [Endpoint.Of(index)]));
            }
        }

        Instruments.Areas.Add(areas.Length);
        _hosted = HostedNetworks.Of(Context.System);
        _hosted.Add(new HostedNetwork(
            _open.Network, _open.Generation, [.. areas.Select(area => host.Plan.Graph.Name(area.Index))]));
        _toClock.Send(new AreasHosted([.. hosted]));
    }

    private bool IsHere(HostAreas host, int area) =>
        area >= 0 && area < host.NodeOfArea.Length && host.NodeOfArea[area] == _open.Node;

    // The actor that receives messages for an area or source; Nobody if it is not here.
    private IActorRef Actor(Endpoint endpoint) => endpoint.Kind == EndpointKind.Area
        ? _areas.Find(hosted => hosted.Index == endpoint.Area)?.Ingress ?? ActorRefs.Nobody
        : _sources.Find(hosted => hosted.Endpoint == endpoint)?.Actor ?? ActorRefs.Nobody;
}
