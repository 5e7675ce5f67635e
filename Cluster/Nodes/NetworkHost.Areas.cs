using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Nodes;

/// <content>Making the areas and watching over them.</content>
public sealed partial class NetworkHost
{
    private readonly List<HostedArea> _areas = [];
    private readonly List<HostedSource> _sources = [];
    private Pace? _pace;
    private Timer? _paceTimer;

    private void Host(HostAreas host)
    {
        _host = host;
        try
        {
            // It grows with the schedule, and only who writes files needs it.
            if (host.Execution.SharedFolder.Length > 0)
                _fingerprint = PlanFingerprint.Compute(host.Plan);
            Build(_models.Bind(host.Plan, _spare), host);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever the reason: without this word the clock would wait for the areas for ever.
            Fail(exception.Message);
        }

        _snapshots.Clear();
    }

    private void Build(INetwork network, HostAreas host)
    {
        _pace = host.Execution.Pace > 0 ? new Pace(host.Execution.Pace, host.StartTick) : null;
        List<HostedActor> hosted = [];
        foreach (int index in Enumerable.Range(1, host.NodeOfArea.Length - 1).Where(IsHere))
        {
            IArea area = network.BuildArea(index);
            AreaPorts ports = area.Ports;
            Endpoint[] peers =
            [
                .. ports.Incoming.Select(port => port.Sender)
                    .Concat(ports.Outgoing.Select(port => Endpoint.Of(port.Receiver))).Distinct(),
            ];
            hosted.Add(new HostedActor(Endpoint.Of(index), PathOf(Area(network, host, area)), peers));
            // A source lives with the area that it is for.
            foreach (IncomingPort port in ports.Incoming.Where(port => port.IsPresented))
                hosted.Add(new HostedActor(port.Sender, PathOf(Source(network, host, port)), [Endpoint.Of(index)]));
        }

        _toClock.Send(new AreasHosted([.. hosted]));

        bool IsHere(int area) => host.NodeOfArea[area] == _open.Node;
    }

    private IActorRef Area(INetwork network, HostAreas host, IArea core)
    {
        NetworkPlan plan = host.Plan;
        StateBlock[] emitted = [];
        if (host.StartTick > 0)
        {
            if (!_snapshots.TryGetValue(core.Index, out AreaSnapshot? snapshot) || snapshot.State.Tick != host.StartTick)
                throw new InvalidOperationException($"Area {core.Index} is to start after tick {host.StartTick}, and its snapshot did not come.");
            core.Restore(snapshot.State);
            emitted = snapshot.Emitted;
        }

        AreaProgress progress = new();
        AreaSetup setup = new(plan.Run, plan.Network, _open.Generation, plan.Schedule, core, progress)
        {
            IsFree = network.Links.IsFree,
            IsPaced = host.Execution.Pace > 0,
            Recordings = plan.Recordings,
            Observables = _models.Of(plan).Observables,
            Layers = plan.Layers,
            Emitted = emitted,
            Window = new SendWindow(host.Execution.Window),
            IsHere = IsHere,
            Waited = LaneThread.Waited,
        };
        IActorRef area = Context.ActorOf(AreaActor.Create(setup).WithDispatcher(ActorSystems.Lane(_open.Lane, network.Links.IsFree)), Name("area", core.Index));
        IActorRef door = host.Execution.Faults is { } faults ? Context.ActorOf(Props.Create(() => new FaultyIngress(area, faults, core.Index)), Name("ingress", core.Index)) : area;
        _areas.Add(new HostedArea(core.Index, area, door, progress));
        return door;

        bool IsHere(int index) => index >= 0 && index < host.NodeOfArea.Length && host.NodeOfArea[index] == _open.Node;
    }

    private IActorRef Source(INetwork network, HostAreas host, IncomingPort port)
    {
        NetworkPlan plan = host.Plan;
        Props props = SourceActor.Create(
            plan.Run,
            plan.Network,
            _open.Generation,
            port.Kind,
            port.Source,
            network.BuildSource(port.Sender),
            plan.Schedule,
            host.StartTick);
        IActorRef source = Context.ActorOf(
            props.WithDispatcher(ActorSystems.Lane(_open.Lane, network.Links.IsFree)),
            Name(port.Kind == FrameKind.Target ? "target" : "stimulus", port.Source));
        _sources.Add(new HostedSource(port.Sender, source));
        return source;
    }

    // The actor that takes messages for an area or source; nobody if it is not here.
    private IActorRef Actor(Endpoint endpoint) => endpoint.Kind == EndpointKind.Area
        ? _areas.Find(hosted => hosted.Index == endpoint.Area)?.Door ?? ActorRefs.Nobody
        : _sources.Find(hosted => hosted.Endpoint == endpoint)?.Actor ?? ActorRefs.Nobody;

    private void HasConnected(Endpoint endpoint)
    {
        if (endpoint.Kind == EndpointKind.Area && _areas.Find(hosted => hosted.Index == endpoint.Area) is { } area)
            area.Connected = true;
        else if (_sources.Find(hosted => hosted.Endpoint == endpoint) is { } source)
            source.Connected = true;
    }

    private void WatchAreas()
    {
        foreach (HostedArea area in _areas)
        {
            long awaited = area.Progress.Awaited;
            if ((awaited != 0 && awaited == area.LastAwaited) || Late(area.Connected, ref area.Waited))
                area.Actor.Tell(FramesStalled.Instance, Self);
            area.LastAwaited = awaited;
        }

        foreach (HostedSource source in _sources)
        {
            if (Late(source.Connected, ref source.Waited))
                source.Actor.Tell(FramesStalled.Instance, Self);
        }
    }

    // The wall clock starts with the first horizon: then all areas are connected.
    private void StartPace()
    {
        if (_pace is null || _paceTimer is not null)
            return;
        _pace.Start();
        IActorRef self = Self;
        _paceTimer = new Timer(_ => self.Tell(PaceTick.Instance, self), null, Pace.Interval, Pace.Interval);
    }

    private void KeepPace()
    {
        TicksDue due = new(_pace!.Due);
        foreach (HostedArea area in _areas)
            area.Actor.Tell(due, Self);
    }

    // Greetings cross the network; to ask every 20 ms would only pile up more.
    private static bool Late(bool connected, ref int waited) => !connected && ++waited % 25 == 0;

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{index}");

    private sealed class PaceTick : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static PaceTick Instance { get; } = new();
    }

    private sealed class HostedArea(int index, IActorRef actor, IActorRef door, AreaProgress progress)
    {
        public int Waited;

        public int Index { get; } = index;

        public IActorRef Actor { get; } = actor;

        /// <summary>Who takes what comes for the area: the area itself, or the ingress that mistreats its frames.</summary>
        public IActorRef Door { get; } = door;

        public AreaProgress Progress { get; } = progress;

        public bool Connected { get; set; }

        public long LastAwaited { get; set; }
    }

    private sealed class HostedSource(Endpoint endpoint, IActorRef actor)
    {
        public int Waited;

        public Endpoint Endpoint { get; } = endpoint;

        public IActorRef Actor { get; } = actor;

        public bool Connected { get; set; }
    }
}
