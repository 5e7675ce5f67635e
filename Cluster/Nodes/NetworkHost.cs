using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Links;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <summary>
/// The areas of one network and generation on one node. Makes them, on their lane; speaks for the clock to them and for them to the clock; watches over them (one timer for all, which looks at
/// each area's awaited tick); and tells the clock when one dies.
/// </summary>
public sealed partial class NetworkHost : UntypedActor, IWithTimers
{
    private static readonly TimeSpan s_watchInterval = TimeSpan.FromMilliseconds(20);

    private readonly OpenHost _open;
    private readonly ModelRegistry _models;
    private readonly SpareThreads _spare;
    private readonly string? _ownSharedFolder;
    private readonly IActorRef _clock;
    private readonly ControlPort _toClock;
    private readonly Dictionary<int, ControlPort> _peers = [];
    private readonly Dictionary<int, AreaSnapshot> _snapshots = [];
    private HostAreas? _host;
    private byte[] _fingerprint = [];

    /// <summary>Makes the host, which then waits for what it is to make.</summary>
    public NetworkHost(OpenHost open, ModelRegistry models, SpareThreads spare, string? sharedFolder, IActorRef clock)
    {
        _open = open;
        _models = models;
        _spare = spare;
        _ownSharedFolder = sharedFolder;
        _clock = clock;
        _toClock = new ControlPort(Context.System, Self, clock, clock.IsHere(), open.Network, open.Generation, open.Node);
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Watch), Watch.Instance, s_watchInterval);
        Opened();
    }

    /// <inheritdoc/>
    protected override void PostStop() => _paceTimer?.Dispose();

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(exception =>
    {
        Fail($"{exception.GetType().Name}: {exception.Message}");
        return Directive.Stop;
    });

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case PaceTick:
                KeepPace();
                break;
            case Watch:
                WatchAreas();
                _toClock.Remind();
                foreach (ControlPort peer in _peers.Values)
                    peer.Remind();
                break;
            case LinkPart part when part.Network == _open.Network && part.Generation == _open.Generation && IsFrom(part.From):
                if (PortTo(part.From)?.Accept(part) is { } whole)
                    Handle(whole);
                break;
            case LinkAcknowledged acknowledged when acknowledged.Network == _open.Network && acknowledged.Generation == _open.Generation && IsFrom(acknowledged.From):
                PortTo(acknowledged.From)?.Acknowledged(acknowledged.Sequence);
                break;
            case OpenHost open when open == _open:
                Opened();
                break;
            case Hello hello:
                Sender.Tell(new HelloBack(hello.Role), Self);
                break;
            // Areas, and a clock of the same actor system, write as they are; everybody else over a link.
            case IControlMessage control when Sender.IsHere():
                Handle(control);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private static string PathOf(IActorRef actor) => actor.FullPath(Context.System);

    private void Opened() => _clock.Tell(new HostOpened(_open.Network, _open.Generation, _open.Node), Self);

    private void Fail(string reason) => _toClock.Send(new AreaFailed(_open.Generation, Self.Path.Name, reason));

    private void Handle(IControlMessage message)
    {
        switch (message)
        {
            case RestoreArea restore:
                _snapshots[restore.Snapshot.State.Area] = restore.Snapshot;
                break;
            case HostAreas host when _host is null:
                Host(host);
                break;
            case ConnectArea connect:
                Actor(connect.Endpoint).Tell(new Connect(PathOf(Self), connect.Peers), Self);
                break;
            case Horizon or CaptureState:
                if (message is Horizon)
                    StartPace();
                foreach (HostedArea area in _areas)
                    area.Actor.Tell(message, Self);
                break;
            case AreaSample sample:
                Route(sample);
                break;
            case StateCaptured { Purpose: CapturePurpose.Snapshot } captured when SharedFolder.Length > 0:
                WriteShared(captured);
                break;
            case TickReached or StateCaptured or AreaMeasures or RecordedBlock or AreaDiverged or SnapshotUnusable:
                _toClock.Send(message);
                break;
            case Connected connected:
                HasConnected(connected.Endpoint);
                _toClock.Send(connected);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // Whether the sender is the one whom a piece names: a stranger's piece would take the place of an honest one with the same number.
    private bool IsFrom(int node) => node == LinkPart.Clock ? Sender.Equals(_clock) : IsPeer(node) && Sender.IsAt(_host!.Hosts[node], Context.System);

    private bool IsPeer(int node) => _host is not null && node != _open.Node && node >= 0 && node < _host.Hosts.Length;

    // Null where there is no such node. Areas of other nodes are not heard of before this host knows who they are.
    private ControlPort? PortTo(int node)
    {
        if (node == LinkPart.Clock)
            return _toClock;
        if (!_peers.TryGetValue(node, out ControlPort? port) && IsPeer(node))
        {
            ActorSelection peer = Context.ActorSelection(_host!.Hosts[node]);
            _peers.Add(node, port = new ControlPort(Context.System, Self, peer, isLocal: false, _open.Network, _open.Generation, _open.Node));
        }

        return port;
    }

    // A sample goes to its receiver, wherever that is.
    private void Route(AreaSample sample)
    {
        if (_host is null || sample.Receiver < 1 || sample.Receiver >= _host.NodeOfArea.Length)
            return;
        int node = _host.NodeOfArea[sample.Receiver];
        if (node == _open.Node)
            Actor(Endpoint.Of(sample.Receiver)).Tell(sample, Self);
        else
            PortTo(node)?.Send(sample);
    }

    private string SharedFolder => _host is not { Execution.SharedFolder.Length: > 0 } ? "" : _ownSharedFolder ?? _host.Execution.SharedFolder;

    private void WriteShared(StateCaptured captured)
    {
        try
        {
            SnapshotEntry entry = SnapshotStore.Write(SharedFolder, _open.Network, _fingerprint, _open.Generation, captured.Snapshot);
            _toClock.Send(new SnapshotWritten(_open.Generation, entry.Area, captured.State.Tick, entry.Length, entry.Sha256));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail($"the shared folder {SharedFolder} cannot be written on this node: {exception.Message}");
        }
    }

    private sealed class Watch : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Watch Instance { get; } = new();
    }
}
