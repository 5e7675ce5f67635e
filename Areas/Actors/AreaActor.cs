using Akka.Actor;
using PalActors.Areas.Model;
using PalActors.Areas.Model.Delays;
using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Rules;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>
/// A cortical area as an actor: a shell that buffers frames, calls the pure <see cref="CorticalArea"/> and sends frames.
/// </summary>
/// <remarks>
/// <para>The tick protocol. A tick is one Euler step. For tick t an area (1) computes its prospective potentials and rates from its own state and
/// emits them, (2) waits until it holds its neighbours' frames of tick t - d, (3) integrates, learns, and goes to t + 1.</para>
/// <para>Precondition of (1): t is not beyond the granted horizon. It needs nothing from others, so emission precedes waiting and no cycle of
/// areas can wait for itself, also with d = 0.</para>
/// <para>Precondition of (3): the frame of tick t - d, or the one that takes its place, is in the inbox of every link. Nothing acts on arrival: a frame only fills its slot, and what varies
/// with the tick (flags, presentations, read-out, recording, end) comes from the schedule, so the result does not depend on when or in which order
/// messages arrive, how often, or on which thread.</para>
/// <para>Postcondition of (3), and why buffers can be reused: over a link with delays d_out (to the neighbour) and d_in (back), an area that emits tick t has integrated
/// t - 1, so it holds the neighbour's frame of t - 1 - d_in; the neighbour had then integrated t - 2 - d_in and consumed this area's ticks up to
/// t - 2 - d_in - d_out. So d_out + d_in + 2 ticks are enough for a ring, and for what can be asked for again; and a neighbour is never further ahead
/// than t + 1 + d_out.</para>
/// <para>With slack, jitter up to j_max or in free-running mode staleness up to s, a tick may use an emission that much older than t - d: all of the above holds with d + slack in place of d (<see cref="LinkTiming"/>), so the
/// ring has d_out + d_in + slack_out + slack_in + 2 ticks. Which emission it is says <see cref="IncomingLink"/>; nothing else differs between lockstep and free-running, but that a free area makes one tick at a time, so that the
/// areas of a lane take turns.</para>
/// <para>A core that computes its forward projection in blocks of K ticks (<see cref="CorticalArea.TicksAhead"/>) waits, at the first tick t of a block, for the emissions t - d to t - d + K - 1 from below, K at most d. That cannot deadlock
/// either, whoever blocks: of the areas of a network take one whose next tick t is the least. All others have completed t - 1, so they have emitted t - 1 at least; what it waits for was emitted in ticks up to t - d + K - 1, which
/// is no later than t - 1, and who can step no further sends what it has. So there is always one that goes on. It waits longer than without blocks, never shorter, so all bounds above hold.</para>
/// <para>A missing frame is asked for again at once if a later one shows the gap, else when the node's watchdog sees the area wait. The clock hands out horizons and
/// learns of progress at coarse boundaries; no message of a tick passes through it. The host of the areas on this node speaks for it.</para>
/// <para>A restored area emits nothing until its first horizon, which is granted when all areas of its generation are connected; then it sends its delay lines again, and goes
/// on as if it had never stopped.</para>
/// </remarks>
public sealed partial class AreaActor : UntypedActor
{
    private readonly AreaSetup _setup;
    private readonly CorticalArea _core;
    private readonly long _lastTick;
    private readonly ScheduleCursor _cursor;
    private readonly ScheduleCursor _aboveCursor;
    private readonly bool _transports;
    private readonly bool _takesTurns;
    private readonly IncomingLink? _fromBelow;
    private readonly IncomingLink? _fromAbove;
    private readonly TransportedUpdates? _updates;
    private readonly PresentationInbox? _stimuli;
    private readonly PresentationInbox? _targets;
    private readonly PresentationCredits? _stimulusCredits;
    private readonly PresentationCredits? _targetCredits;
    private readonly Outbox? _toAbove;
    private readonly Outbox? _toBelow;
    private readonly List<CaptureState> _captures = [];
    private readonly AlignmentProbe? _alignment;
    private IActorRef _below = ActorRefs.Nobody;
    private IActorRef _above = ActorRefs.Nobody;
    private IActorRef _target = ActorRefs.Nobody;
    private IActorRef _host = ActorRefs.Nobody;
    private long _horizon;
    private long _due;
    private bool _turnComes;
    private readonly long _alignEvery;
    private long _nextAlignment;
    private long _lastAlignment;
    private long _reportTick = -1;
    private long _emittedTick;
    private long _frames;
    private long _wireFrames;
    private long _wireBytes;
    private double _waitedBefore = double.NaN;
    private Connect? _connect;
    private bool _connected;

    /// <summary>Makes the actor; it waits to be connected.</summary>
    public AreaActor(AreaSetup setup)
    {
        _setup = setup;
        _core = setup.Core;
        MicrocircuitParameters parameters = setup.Builder.Parameters;
        Schedule schedule = setup.Builder.Schedule;
        _lastTick = schedule.Phases[^1].LastTick;
        _cursor = new ScheduleCursor(schedule);
        _aboveCursor = new ScheduleCursor(schedule);
        _transports = setup.Builder.Model.TransportsWeights;
        int index = _core.Index;
        long next = _core.Tick + 1;
        _emittedTick = _core.Tick;
        _horizon = _core.Tick;
        _due = parameters.Pace > 0 ? _core.Tick : long.MaxValue;
        _takesTurns = parameters.IsFree;
        _alignEvery = schedule.RecordEvery;
        _nextAlignment = _alignEvery == 0 ? 0 : ((_core.Tick / _alignEvery) + 1) * _alignEvery;
        _nextBoundary = schedule.NextBoundary(_core.Tick);
        if (next <= _lastTick)
            _cursor.MoveTo(next);

        if (index == 1)
        {
            _stimuli = new PresentationInbox();
            _stimulusCredits = new PresentationCredits(setup.Generation);
        }
        else
        {
            _fromBelow = new IncomingLink(parameters.LinkUp(index - 1), setup.Builder.BuildJitter(index - 1, up: true), parameters.IsFree, inOrder: false, _core.Tick);
            _toBelow = MakeOutbox(FrameKind.Down, _core.PartsDown, parameters.LinkDown(index - 1), setup.BelowIsHere);
        }

        if (_core.IsTop)
        {
            _targets = new PresentationInbox();
            _targetCredits = new PresentationCredits(setup.Generation);
        }
        else
        {
            bool counts = _transports && parameters.DelaysVary;
            _fromAbove = new IncomingLink(parameters.LinkDown(index), setup.Builder.BuildJitter(index, up: false), parameters.IsFree, inOrder: counts, _core.Tick);
            _updates = counts ? new TransportedUpdates(_core.SizeAbove) : null;
            _toAbove = MakeOutbox(FrameKind.Up, 1, parameters.LinkUp(index), setup.AboveIsHere);
            _alignment = new AlignmentProbe(parameters, index);
        }

        RestoreDelayLines();
        PrepareRecording();
    }

    /// <summary>Props of the actor.</summary>
    public static Props Create(AreaSetup setup) => Props.Create(() => new AreaActor(setup));

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RateFrame frame:
                Accept(frame);
                break;
            case Horizon or CaptureState or WeightSample or Connect or FramesStalled or TicksDue when !Sender.IsHere():
                // Words of the host, which lives in this actor system; from elsewhere they are not the host's.
                break;
            case Horizon horizon when horizon.Generation == _setup.Generation:
                if (double.IsNaN(_waitedBefore))
                    _waitedBefore = _setup.Waited();
                _horizon = Math.Max(_horizon, horizon.Tick);
                EmitAgain();
                _reportTick = horizon.ReportTick;
                if (_core.Tick >= _reportTick)
                    Report();
                Advance();
                break;
            case NextTurn:
                _turnComes = false;
                Advance();
                break;
            case TicksDue due:
                _due = Math.Max(_due, due.Tick);
                Advance();
                break;
            case FramesStalled:
                if (_connected)
                    RequestMissing();
                else
                    Resolve();
                break;
            case FrameRequest request when request.Generation == _setup.Generation && request.Kind is FrameKind.Up or FrameKind.Down && request.Tick >= 1:
                (request.Kind == FrameKind.Up ? _toAbove : _toBelow)?.Resend(request.Tick);
                break;
            case WeightSample sample when sample.Generation == _setup.Generation && sample.Area == _core.Index + 1
                && sample.W.Length == _core.Size * _core.SizeAbove && sample.Basal.Length == _core.SizeAbove:
                _alignment?.Above(sample);
                RecordAlignment();
                break;
            case CaptureState capture when capture.Generation == _setup.Generation:
                _captures.Add(capture);
                CaptureDue();
                break;
            case Connect connect when connect.IsSound():
                _connect = connect;
                Resolve();
                break;
            case Hello hello:
                Sender.Tell(new HelloBack(hello.Role), Self);
                break;
            case HelloBack hello:
                Resolved(hello.Role, Sender);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Accept(RateFrame frame)
    {
        // Another generation's frames, frames of another shape, or frames of who is no neighbour are nobody's here.
        if (frame.Generation != _setup.Generation || frame.Network != _setup.Network || frame.Run != _setup.Run)
            return;
        long missing = 0;
        switch (frame.Kind)
        {
            case FrameKind.Up when _fromBelow is not null && frame.Source == _core.Index - 1 && frame.Width == _core.SizeBelow && frame.Parts == 1:
                missing = _fromBelow.Accept(frame);
                break;
            case FrameKind.Down when _fromAbove is not null && frame.Source == _core.Index + 1 && frame.Width == _core.SizeAbove && frame.Parts == _core.PartsAbove:
                missing = _fromAbove.Accept(frame);
                break;
            case FrameKind.Stimulus when _stimuli is not null && frame.Source == 0 && frame.Width == _core.SizeBelow && IsPresentation(frame):
                _stimuli.Accept(frame, _core.Tick + 1);
                break;
            case FrameKind.Target when _targets is not null && frame.Source == _core.Index && frame.Width == _core.Size && IsPresentation(frame):
                _targets.Accept(frame, _core.Tick + 1);
                break;
            default:
                return;
        }

        _frames++;
        if (!(frame.Kind == FrameKind.Down ? _setup.AboveIsHere : frame.Kind == FrameKind.Target || _setup.BelowIsHere))
        {
            _wireFrames++;
            _wireBytes += FrameCodec.SizeOf(frame);
        }

        if (missing > 0)
            (frame.Kind == FrameKind.Up ? _below : _above).Tell(new FrameRequest(_setup.Generation, frame.Kind, missing), Self);
        Advance();
    }

    // One that claims the ticks of others would hide theirs.
    private bool IsPresentation(RateFrame frame) => frame.Parts == 1 && _setup.Builder.Schedule.IsPresentation(frame.FirstTick, frame.TickCount);

    private Outbox MakeOutbox(FrameKind kind, int parts, LinkTiming timing, bool isHere)
    {
        int width = _core.Size;
        return new Outbox(
            ring => new RateFrame(kind, _setup.Run, _setup.Network, _setup.Generation, _core.Index, width, parts, ring),
            parts * RateFrame.RoundUpToAlignment(width),
            timing.Line,
            timing.Reach,
            _setup.Window.Of(timing, _takesTurns, isHere),
            Self);
    }
}
