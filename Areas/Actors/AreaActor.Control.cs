using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <content>Connects, reports and captures: everything off the tick path.</content>
public sealed partial class AreaActor
{
    private readonly List<CaptureState> _captures = [];
    private readonly Handshake _handshake;
    private bool _connected;
    private bool _emitsAgain;

    private IActorRef Host => _handshake.Host;

    private void ConnectLinks()
    {
        foreach (LinkReceiver receiver in _in)
            receiver.Peer = _handshake.Of(receiver.Port.SenderTo(_area.Index));
        foreach (LinkSender sender in _out)
        {
            Endpoint end = Endpoint.Of(sender.Port.Receiver);
            IActorRef receiver = _handshake.Of(end);
            if (!receiver.IsHere() && _handshake.FramesOf(end) is { } port)
                receiver = _setup.FramesTo(receiver, port);
            sender.Box.ConnectTo(receiver, HandOverTo(sender, receiver));
        }

        _connected = true;
    }

    private void Report()
    {
        SendRecords();
        Host.Tell(new TickReached(_setup.Generation, _area.Index, _tick, Figures(withStaleness: true)), _self);
    }

    private AreaFigures Figures(bool withStaleness) => new(
        _frames,
        _in.Sum(receiver => receiver.WireFrames),
        _in.Sum(receiver => receiver.WireBytes),
        _lane is null ? double.NaN : _lane.IdleSeconds - _idleBefore,
        withStaleness ? [.. _in.Select(receiver => receiver.Measured()).OfType<LinkStaleness>()] : [])
    {
        Links = [.. _links.Select(receiver => receiver.Traffic()).OfType<LinkTraffic>()],
        Requests = _in.Sum(receiver => receiver.Requests),
    };

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
        AreaSnapshot snapshot = capture.Purpose is CapturePurpose.Observe or CapturePurpose.Watch
            ? new AreaSnapshot(_area.Capture(CaptureKind.Observed), [])
            : new AreaSnapshot(_area.Capture(CaptureKind.State), Beside());
        if (capture.Purpose == CapturePurpose.Snapshot && snapshot.FirstNonFinite() is { } found)
        {
            SnapshotUnusable unusable = new(
                _setup.Generation, _area.Index, capture.Tick, found.Quantity, found.Value);
            Host.Tell(unusable, _self);
            return;
        }

        AreaFigures figures = Figures(withStaleness: capture.Purpose == CapturePurpose.Final);
        Host.Tell(new StateCaptured(_setup.Generation, snapshot, capture.Purpose, figures), _self);
    }

    private void Compare()
    {
        AreaSnapshot compared = new(_area.Capture(CaptureKind.Compared), []);
        AreaFigures figures = Figures(withStaleness: false);
        Host.Tell(new StateCaptured(_setup.Generation, compared, CapturePurpose.Observe, figures), _self);
    }

    // What a snapshot holds beside the state: delay lines, and the counts of an evaluation.
    private StateBlock[] Beside() =>
    [
        .. _out.Select(sender => sender.Box.Line(sender.Line, _tick)).Append(_area.Decisions?.Capture())
            .OfType<StateBlock>(),
    ];

    private void RestoreBeside()
    {
        foreach (StateBlock line in _setup.Emitted)
        {
            if (line.Name == DecisionCounts.Block && _area.Decisions is { } decisions)
            {
                decisions.Restore(line);
                continue;
            }

            LinkSender sender = Array.Find(_out, sender => sender.Line == line.Name)
                ?? throw new ArgumentException($"Area {_area.Index} has no link for the delay line '{line.Name}'.");
            sender.Box.Restore(line, _tick);
            _emitsAgain = true;
        }
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
