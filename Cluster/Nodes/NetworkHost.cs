using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Links;
using PalActors.Clustering.Telemetry;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <summary>Actor that hosts the areas of one network and generation on one node.</summary>
/// <remarks>
/// It makes the areas, on their lane, and relays messages between them and the clock. One timer for all areas watches
/// the tick that each one awaits. If an area dies, the host reports it to the clock.
/// </remarks>
public sealed partial class NetworkHost : UntypedActor, IWithTimers
{
    private readonly OpenHost _open;
    private readonly ModelRegistry _models;
    private readonly SpareThreads _spare;
    private readonly string? _ownSharedFolder;
    private readonly IActorRef _clock;
    private readonly ControlPort _toClock;
    private readonly Dictionary<int, ControlPort> _peers = [];
    private readonly Dictionary<int, AreaSnapshot> _snapshots = [];
    private readonly FrameConnections? _frames;
    private readonly List<FramePort> _framePorts = [];
    private HostAreas? _host;
    private byte[] _fingerprint = [];

    /// <summary>Makes the host, which waits for <see cref="HostAreas"/>.</summary>
    /// <param name="open">Request of the clock.</param>
    /// <param name="models">The cell models.</param>
    /// <param name="spare">Threads that areas may use besides their own.</param>
    /// <param name="sharedFolder">
    /// Path of the shared folder on this node; null for the path that the clock names.
    /// </param>
    /// <param name="clock">Clock of the network.</param>
    public NetworkHost(OpenHost open, ModelRegistry models, SpareThreads spare, string? sharedFolder, IActorRef clock)
    {
        _open = open;
        _models = models;
        _spare = spare;
        _ownSharedFolder = sharedFolder;
        _clock = clock;
        _frames = FrameConnections.Of(Context.System);
        _toClock = new ControlPort(
            Context.System, Self, clock, clock.IsHere(), open.Network, open.Generation, open.Node);
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
    protected override void PostStop()
    {
        _paceTimer?.Dispose();
        if (_hosted is not null)
        {
            _hosted.Remove(_open.Network, _open.Generation);
            Instruments.Areas.Add(-_areas.Count);
        }

        foreach (FramePort port in _framePorts)
            _frames?.Dismiss(port);
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(exception =>
    {
        // An actor that fails in its constructor hides the reason in another exception.
        Exception reason = exception is ActorInitializationException ? exception.GetBaseException() : exception;
        Fail($"{reason.GetType().Name}: {reason.Message}");
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
            case LinkPart part when IsOfThis(part.Network, part.Generation) && IsFrom(part.From):
                if (PortTo(part.From)?.Accept(part) is { } whole)
                    Handle(whole);
                break;
            case LinkAcknowledged done when IsOfThis(done.Network, done.Generation) && IsFrom(done.From):
                PortTo(done.From)?.Acknowledged(done.Sequence);
                break;
            case OpenHost open when open == _open:
                Opened();
                break;
            case Hello hello:
                Sender.Tell(new HelloBack(hello.Role), Self);
                break;
            // Areas, and a clock of the same actor system, send messages directly; all others over a link.
            case IControlMessage control when Sender.IsHere():
                Handle(control);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private bool IsOfThis(int network, int generation) => network == _open.Network && generation == _open.Generation;

    private static string PathOf(IActorRef actor) => actor.FullPath(Context.System);

    private void Opened() => _clock.Tell(new HostOpened(_open.Network, _open.Generation, _open.Node), Self);

    private void Fail(string reason) => _toClock.Send(new AreaFailed(_open.Generation, Self.Path.Name, reason));
}
