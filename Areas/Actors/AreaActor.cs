using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>Actor of an area: buffers frames, calls the area of the cell model, and sends frames.</summary>
/// <remarks>
/// The protocol's claims and proofs are in docs/protocol.md, P1 to P10. In short: emit, wait, integrate (P1), so no
/// cycle waits for itself (P2); nothing acts on arrival (P3); rings are long enough and buffers reused (P4, P5). The
/// clock grants horizons and receives reports of progress at coarse boundaries; no message of a tick passes through it.
/// The host on this node relays the clock's messages.
/// </remarks>
public sealed partial class AreaActor : UntypedActor
{
    private readonly AreaSetup _setup;
    private readonly IArea _area;
    private readonly Schedule _schedule;
    private readonly ScheduleCursor _cursor;
    private readonly long _lastTick;
    private readonly bool _takesTurns;
    private readonly LinkReceiver[] _in;
    private readonly LinkReceiver[] _links;
    private readonly LinkReceiver[] _waitsFor;
    private readonly LinkSender[] _out;
    private readonly Outbox[] _boxes;
    // Null where several threads share the actors' dispatcher.
    private readonly Lane? _lane = Lane.Current;
    private readonly Departure[] _departures;
    private readonly Arrival[] _arrivals;
    private TickContext _at;
    private long _tick;
    private long _horizon;
    private long _due;
    private bool _turnComes;
    private long _reportTick = -1;
    private long _emittedTick;
    private long _frames;
    private double _idleBefore = double.NaN;

    /// <summary>Makes the actor; it waits to be connected.</summary>
    public AreaActor(AreaSetup setup)
    {
        _setup = setup;
        _self = Self;
        _turns = EnterLane();
        _area = setup.Area;
        _schedule = setup.Schedule;
        _lastTick = _schedule.Phases[^1].LastTick;
        _handshake = new Handshake(Context, setup.Generation, Endpoint.Of(_area.Index), ConnectLinks);
        _cursor = _completed = new ScheduleCursor(_schedule);
        _tick = _emittedTick = _horizon = _area.Tick;
        _due = setup.IsPaced ? _tick : long.MaxValue;
        _takesTurns = setup.IsFree;
        _in = [.. _area.Ports.Incoming.Select(Receiver)];
        // Presentations are nearly always here, so what is missing is found among the links.
        _links = [.. _in.Where(receiver => !receiver.Port.IsPresented)];
        _presented = [.. _in.Except(_links)];
        _waitsFor = [.. _links, .. _presented];
        _settlers = [.. _in.Where(receiver => receiver.Port.Settles)];
        (_settles, _presentsFirst) = (_settlers.Length > 0, _area.EmitsPresented);
        _settlesOthers = _area.Ports.Outgoing.Any(port => port.Settles);
        if (_settles)
            _completed = new ScheduleCursor(_schedule);
        if (_tick < _lastTick)
        {
            _cursor.MoveTo(_tick + 1);
            _completed.MoveTo(_tick + 1);
        }

        _out = [.. _area.Ports.Outgoing.Select(SenderTo)];
        _boxes = [.. _out.Select(sender => sender.Box)];
        _departures = [.. _boxes];
        _arrivals = [.. _in.Select(receiver => receiver.Arrival)];
        RestoreBeside();
        PrepareMeasures();
        PrepareRecording();
    }

    /// <summary>Props of the actor.</summary>
    public static Props Create(AreaSetup setup) => Props.Create(() => new AreaActor(setup));

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case EmissionFrame frame:
                Accept(frame);
                break;
            case FramePiece piece:
                Accept(piece);
                break;
            case Horizon or CaptureState or AreaSample or Connect or FramesStalled or TicksDue when !Sender.IsHere():
                // Commands come from the local host only.
                break;
            case Horizon horizon when horizon.Generation == _setup.Generation:
                Extend(horizon);
                break;
            case NextTurn:
                _turnComes = false;
                Advance();
                break;
            case TurnFailed failed:
                failed.Error.Throw();
                break;
            case TicksDue due:
                _due = Math.Max(_due, due.Tick);
                Advance();
                break;
            case FramesStalled when _connected:
                RequestMissing();
                break;
            case FrameRequest request when request.Generation == _setup.Generation && request.Tick >= 1:
                Array.Find(_out, sender => sender.IsTo(request))?.Box.Resend(request.Tick);
                break;
            case AreaSample sample when sample.Generation == _setup.Generation && sample.Receiver == _area.Index:
                _measures.Add(sample);
                SendMeasures();
                break;
            case CaptureState capture when capture.Generation == _setup.Generation:
                _captures.Add(capture);
                if (!_unsettled)
                    CaptureDue();
                break;
            default:
                if (!_handshake.Takes(message))
                    Unhandled(message);
                break;
        }

        PassTurns();
    }

    private void Extend(Horizon horizon)
    {
        if (double.IsNaN(_idleBefore))
            _idleBefore = _lane?.IdleSeconds ?? 0;
        _horizon = Math.Max(_horizon, horizon.Tick);
        EmitAgain();
        _reportTick = horizon.ReportTick;
        if (_tick >= _reportTick && !_unsettled)
            Report();
        Advance();
    }

}
