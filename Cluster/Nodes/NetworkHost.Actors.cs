using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Actors.Recording;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Nodes;

/// <content>Makes the actors of areas and sources.</content>
public sealed partial class NetworkHost
{
    private IActorRef Area(INetwork network, HostAreas host, IArea core)
    {
        NetworkPlan plan = host.Plan;
        AreaProgress progress = new();
        AreaSetup setup = new(plan.Run, plan.Network, _open.Generation, plan.Schedule, core, progress)
        {
            IsFree = network.Links.IsFree,
            IsPaced = host.Execution.Pace > 0,
            Recorded = plan.Recordings.Length > 0 ? new RecordedNetwork(plan, _models.Of(plan)) : null,
            Emitted = Restore(core, host),
            Window = new SendWindow(host.Execution.Window),
            IsHere = index => IsHere(host, index),
            PieceSize = host.Execution.PieceSize,
            FramesTo = (other, port) => _frames is null ? other : _frames.To(other, port),
        };
        Props props = AreaActor.Create(setup).WithDispatcher(ActorSystems.Lane(_open.Lane, network.Links.IsFree));
        IActorRef area = Context.ActorOf(props, Name("area", core.Index));
        IActorRef ingress = area;
        if (host.Execution.Faults is { } faults)
        {
            Props faulty = Props.Create(() => new FaultyIngress(area, faults, core.Index));
            ingress = Context.ActorOf(faulty, Name("ingress", core.Index));
        }

        _areas.Add(new HostedArea(core.Index, area, ingress, progress));
        return ingress;
    }

    // Where other nodes may send frames for the area; null where there are no other nodes.
    private FramePort? Admit(IActorRef area)
    {
        if (_frames is null)
            return null;
        FramePort port = _frames.Admit(area);
        _framePorts.Add(port);
        return port;
    }

    // Returns what the area's snapshot holds beside its state.
    private StateBlock[] Restore(IArea core, HostAreas host)
    {
        long startTick = host.StartTick;
        if (startTick == 0 && host.Plan.WeightsHash.Length == 0)
            return [];
        if (!_snapshots.TryGetValue(core.Index, out AreaSnapshot? snapshot) || snapshot.State.Tick != startTick)
        {
            throw new InvalidOperationException(
                $"Area {core.Index} is to start after tick {startTick}, and its snapshot did not come.");
        }

        core.Restore(snapshot.State);
        return snapshot.Emitted;
    }

    private IActorRef Source(INetwork network, HostAreas host, IncomingPort port, int receiver)
    {
        NetworkPlan plan = host.Plan;
        Endpoint endpoint = port.SenderTo(receiver);
        Props props = SourceActor.Create(
            plan.Run,
            plan.Network,
            _open.Generation,
            endpoint,
            network.BuildSource(endpoint),
            plan.Schedule,
            host.StartTick,
            IsHere(host, receiver) ? 0 : host.Execution.PieceSize);
        IActorRef source = Context.ActorOf(
            props.WithDispatcher(ActorSystems.Lane(_open.Lane, network.Links.IsFree)),
            Name(endpoint.Kind == EndpointKind.Target ? "target" : $"stimulus-{port.Source}", receiver));
        _sources.Add(new HostedSource(endpoint, source));
        return source;
    }

    private static string Name(string kind, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{index}");
}
