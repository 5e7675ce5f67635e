using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <content>Connecting, reporting, capturing: everything off the tick path.</content>
public sealed partial class AreaActor
{
    private readonly List<CaptureState> _captures = [];
    private IActorRef _host = ActorRefs.Nobody;
    private Connect? _connect;
    private bool _connected;
    private bool _emitsAgain;

    // Asks those who have not answered yet; may be repeated, since a greeting to another node can be lost.
    private void Resolve()
    {
        if (_connect is null)
            return;
        foreach ((string role, string path, IActorRef known) in Peers(_connect))
        {
            if (path.Length > 0 && known.IsNobody())
                Context.ActorSelection(path).Tell(new Hello(role), Self);
        }
    }

    // An actor becomes a neighbour only at the path in Connect; unsolicited answers are ignored.
    private void Resolved(string role, IActorRef actor)
    {
        bool isKnown = _connect is not null
            && Peers(_connect).Any(peer => peer.Role == role && actor.IsAt(peer.Path, Context.System));
        if (!isKnown)
            return;
        if (role == nameof(Connect.Host))
            _host = actor;
        foreach (LinkReceiver receiver in _in.Where(receiver => RoleOf(receiver.Port.Kind) == role))
            receiver.Peer = actor;
        foreach (LinkSender sender in _out.Where(sender => RoleOf(sender) == role))
            sender.Box.ConnectTo(actor);
        if (_connected || Peers(_connect!).Any(peer => peer.Path.Length > 0 && peer.Known.IsNobody()))
            return;
        _connected = true;
        _host.Tell(new Connected(_setup.Generation, _area.Index), Self);
    }

    private IEnumerable<(string Role, string Path, IActorRef Known)> Peers(Connect connect) =>
    [
        (nameof(Connect.Below), connect.Below, PeerOf(nameof(Connect.Below))),
        (nameof(Connect.Above), connect.Above, PeerOf(nameof(Connect.Above))),
        (nameof(Connect.Target), connect.Target, PeerOf(nameof(Connect.Target))),
        (nameof(Connect.Host), connect.Host, _host),
    ];

    private IActorRef PeerOf(string role) =>
        Array.Find(_in, receiver => RoleOf(receiver.Port.Kind) == role)?.Peer ?? ActorRefs.Nobody;

    private static string RoleOf(FrameKind kind) => kind switch
    {
        FrameKind.Down => nameof(Connect.Above),
        FrameKind.Target => nameof(Connect.Target),
        _ => nameof(Connect.Below),
    };

    private static string RoleOf(LinkSender sender) =>
        sender.Port.Kind == FrameKind.Up ? nameof(Connect.Above) : nameof(Connect.Below);

    private void Report()
    {
        SendRecords();
        _host.Tell(new TickReached(_setup.Generation, _area.Index, _tick, Figures(atEnd: false)), Self);
    }

    private AreaFigures Figures(bool atEnd) => new(
        _frames,
        _wireFrames,
        _wireBytes,
        _setup.Waited() - _waitedBefore,
        atEnd ? Histogram(FrameKind.Up) : [],
        atEnd ? Histogram(FrameKind.Down) : []);

    // Without the tail that never came about.
    private long[] Histogram(FrameKind kind)
    {
        long[] ticks = Array.Find(_in, receiver => receiver.Port.Kind == kind)?.Staleness ?? [];
        return ticks[..(Array.FindLastIndex(ticks, count => count > 0) + 1)];
    }

    private void CaptureDue()
    {
        for (int i = _captures.Count - 1; i >= 0; i--)
        {
            CaptureState capture = _captures[i];
            if (capture.Tick > _tick)
                continue;
            _captures.RemoveAt(i);
            Capture(capture);
        }
    }

    private void Capture(CaptureState capture)
    {
        AreaSnapshot snapshot = capture.Purpose == CapturePurpose.Observe
            ? new AreaSnapshot(_area.Capture(CaptureKind.Observed), [])
            : new AreaSnapshot(_area.Capture(CaptureKind.State), DelayLines());
        if (capture.Purpose == CapturePurpose.Snapshot && snapshot.FirstNonFinite() is { } found)
        {
            SnapshotUnusable unusable = new(
                _setup.Generation, _area.Index, capture.Tick, found.Quantity, found.Value);
            _host.Tell(unusable, Self);
            return;
        }

        AreaFigures figures = Figures(capture.Purpose == CapturePurpose.Final);
        _host.Tell(new StateCaptured(_setup.Generation, snapshot, capture.Purpose, figures), Self);
    }

    private void Compare()
    {
        AreaSnapshot compared = new(_area.Capture(CaptureKind.Compared), []);
        _host.Tell(new StateCaptured(_setup.Generation, compared, CapturePurpose.Observe, Figures(atEnd: false)), Self);
    }

    private StateBlock[] DelayLines() =>
        [.. _out.Select(sender => sender.Box.Line(sender.Line, _tick)).OfType<StateBlock>()];

    private void RestoreDelayLines()
    {
        foreach (StateBlock line in _setup.Emitted)
            Array.Find(_out, sender => sender.Line == line.Name)?.Box.Restore(line, _tick);
        _emitsAgain = _setup.Emitted.Length > 0;
    }

    private void EmitAgain()
    {
        if (!_emitsAgain)
            return;
        _emitsAgain = false;
        foreach (StateBlock line in _setup.Emitted)
            Array.Find(_out, sender => sender.Line == line.Name)?.Box.Resend(_tick + 1 - line.Rows);
    }
}
