using Akka.Actor;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <content>Connecting, reporting, capturing: everything off the tick path.</content>
public sealed partial class AreaActor
{
    private bool _emitsAgain;

    // Asks for those who have not answered yet; may be repeated, since a greeting to another node can be lost.
    private void Resolve()
    {
        if (_connect is null)
            return;
        Ask(_connect.Below, nameof(Connect.Below), _below);
        Ask(_connect.Above, nameof(Connect.Above), _above);
        Ask(_connect.Target, nameof(Connect.Target), _target);
        Ask(_connect.Host, nameof(Connect.Host), _host);

        void Ask(string path, string role, IActorRef known)
        {
            if (path.Length > 0 && known.IsNobody())
                Context.ActorSelection(path).Tell(new Hello(role), Self);
        }
    }

    // Only who is where the host said that a neighbour is becomes one: an answer that was not asked for leads nowhere.
    private void Resolved(string role, IActorRef who)
    {
        if (_connect is null)
            return;
        switch (role)
        {
            case nameof(Connect.Below) when IsAt(_connect.Below):
                _below = who;
                _toBelow?.ConnectTo(who);
                break;
            case nameof(Connect.Above) when IsAt(_connect.Above):
                _above = who;
                _toAbove?.ConnectTo(who);
                break;
            case nameof(Connect.Target) when IsAt(_connect.Target):
                _target = who;
                break;
            case nameof(Connect.Host) when IsAt(_connect.Host):
                _host = who;
                break;
            default:
                return;
        }

        if (_connected || Lacks(_connect.Below, _below) || Lacks(_connect.Above, _above) || Lacks(_connect.Target, _target) || Lacks(_connect.Host, _host))
            return;
        _connected = true;
        _host.Tell(new Connected(_setup.Generation, _core.Index), Self);

        bool IsAt(string path) => who.IsAt(path, Context.System);

        static bool Lacks(string path, IActorRef who) => path.Length > 0 && who.IsNobody();
    }

    private void Report()
    {
        SendRecords();
        _host.Tell(new TickReached(_setup.Generation, _core.Index, _core.Tick, Figures(atEnd: false)), Self);
    }

    private AreaFigures Figures(bool atEnd) => new(
        _frames, _wireFrames, _wireBytes, _setup.Waited() - _waitedBefore, atEnd ? Histogram(_fromBelow) : [], atEnd ? Histogram(_fromAbove) : []);

    // Without the tail that never came about.
    private static long[] Histogram(IncomingLink? link)
    {
        long[] ticks = link?.Staleness ?? [];
        return ticks[..(Array.FindLastIndex(ticks, count => count > 0) + 1)];
    }

    private void CaptureDue()
    {
        for (int i = _captures.Count - 1; i >= 0; i--)
        {
            CaptureState capture = _captures[i];
            if (capture.Tick > _core.Tick)
                continue;
            _captures.RemoveAt(i);
            AreaSnapshot snapshot = capture.Purpose == CapturePurpose.Observe ? new AreaSnapshot(_core.Observe(), []) : new AreaSnapshot(_core.Capture(), DelayLines());
            if (capture.Purpose == CapturePurpose.Snapshot && snapshot.FirstNonFinite() is { } found)
            {
                SnapshotUnusable unusable = new(
                    _setup.Generation, _core.Index, capture.Tick, found.Quantity, found.Value);
                _host.Tell(unusable, Self);
                continue;
            }

            _host.Tell(new StateCaptured(_setup.Generation, snapshot, capture.Purpose, Figures(capture.Purpose == CapturePurpose.Final)), Self);
        }
    }

    private StateBlock[] DelayLines() =>
    [
        .. new[] { _toAbove?.Line("up", _core.Tick), _toBelow?.Line("down", _core.Tick) }.OfType<StateBlock>(),
    ];

    private void RestoreDelayLines()
    {
        foreach (StateBlock line in _setup.Emitted)
            (line.Name == "up" ? _toAbove : _toBelow)?.Restore(line, _core.Tick);
        _emitsAgain = _setup.Emitted.Length > 0;
    }

    private void EmitAgain()
    {
        if (!_emitsAgain)
            return;
        _emitsAgain = false;
        foreach (StateBlock line in _setup.Emitted)
            (line.Name == "up" ? _toAbove : _toBelow)?.Resend(_core.Tick + 1 - line.Rows);
    }
}
