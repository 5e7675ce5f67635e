using System.Diagnostics;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Links;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <summary>
/// The clock of one generation of a network: has its areas hosted, restored and connected, hands out horizons, hears of progress and measures, has snapshots kept, and ends the network at a common
/// tick, or the generation when a node is lost. Recording happens in this actor before it grants the next horizon, so a slow recorder holds the simulation back instead of falling behind.
/// </summary>
public sealed partial class NetworkClock : UntypedActor, IWithTimers
{
    private readonly NetworkClockSetup _setup;
    private readonly NetworkPlan _plan;
    private readonly HorizonPolicy _horizons;
    private readonly long[] _reached;
    private readonly AreaSnapshot?[] _states;
    private readonly AreaFigures[] _figures;
    private readonly long[] _measured;
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private long _observed;
    private long _min = -1;
    private bool _running;
    private bool _stopping;
    private bool _capturing;
    private bool _released;

    /// <summary>Makes the clock.</summary>
    public NetworkClock(NetworkClockSetup setup)
    {
        _setup = setup;
        _plan = setup.Plan;
        _horizons = new HorizonPolicy(setup.StartTick, _plan.Schedule.EndTick, setup.HorizonTime, setup.LongestHorizon);
        _ports = new ControlPort?[setup.Seats.Count];
        _hostActors = new IActorRef?[setup.Seats.Count];
        _hosts = new string[setup.Seats.Count];
        _reached = new long[_plan.Top + 1];
        Array.Fill(_reached, setup.StartTick);
        _measured = new long[_plan.Top + 1];
        Array.Fill(_measured, setup.StartTick);
        _states = new AreaSnapshot?[_plan.Top];
        _figures = new AreaFigures[_plan.Top];
        Array.Fill(_figures, AreaFigures.None);
        _snapshots = setup.Keeper?.Interval is { } interval ? new SnapshotTimer(interval, setup.StartTick) : null;
    }

    /// <summary>A word of this node's own run to the clock: end at the horizon granted so far.</summary>
    public sealed class Stop : INoSerializationVerificationNeeded
    {
        /// <summary>The message.</summary>
        public static Stop Instance { get; } = new();
    }

    /// <summary>A word of this node's own run to the clock: a node is gone.</summary>
    public sealed record Lost(NodeSeat Seat) : INoSerializationVerificationNeeded;

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Remind), Remind.Instance, s_remindInterval);
        OpenHosts();
    }

    // A clock that fails has forgotten what it granted: the run must hear of it, and nobody may wait for another one.
    /// <inheritdoc/>
    protected override void PreRestart(Exception reason, object message)
    {
        Release();
        _setup.Result.TrySetException(new RunFailedException($"Network {_plan.Network} (seed {_plan.Seed}) failed in its clock: {reason.GetType().Name}: {reason.Message}"));
        base.PreRestart(reason, message);
    }

    /// <inheritdoc/>
    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LinkPart part when part.Network == _plan.Network && part.Generation == _setup.Generation && IsFrom(part.From) && PortOf(part.From) is { } port:
                if (port.Accept(part) is { } whole)
                    Handle(whole);
                break;
            case LinkAcknowledged acknowledged when acknowledged.Network == _plan.Network && acknowledged.Generation == _setup.Generation && IsFrom(acknowledged.From):
                PortOf(acknowledged.From)?.Acknowledged(acknowledged.Sequence);
                break;
            case HostOpened opened when opened.Network == _plan.Network && opened.Generation == _setup.Generation:
                Opened(opened.Node);
                break;
            // A host of the same actor system writes as it is; every other one over a link.
            case IControlMessage control when Sender.IsHere():
                Handle(control);
                break;
            case Remind:
                RemindAll();
                break;
            case Kept kept:
                SnapshotKept(kept);
                break;
            case Terminated { AddressTerminated: false, ActorRef: { } host } when !_released:
                Fail($"the host {host.Path.Name} on {host.Path.Address} ended");
                break;
            case Terminated:
                // Its whole node is gone, which the cluster tells.
                break;
            case Stop:
                _stopping = true;
                Continue();
                break;
            case Lost lost when _setup.Seats.Contains(lost.Seat):
                Release();
                _setup.Result.TrySetException(new NodeLostException(lost.Seat));
                Context.Stop(Self);
                break;
            case Lost:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Handle(IControlMessage message)
    {
        switch (message)
        {
            case TickReached reached when reached.Generation == _setup.Generation && IsArea(reached.Area) && reached.Tick <= _horizons.Granted:
                Reached(reached);
                break;
            case AreaMeasures measures when measures.Generation == _setup.Generation && IsArea(measures.Area) && Closes(measures):
                _setup.Observer.Recorded(_plan.Network, measures);
                TryKeep();
                Finish();
                break;
            case RecordedBlock block when block.Generation == _setup.Generation:
                _setup.Observer.Recorded(block);
                break;
            case StateCaptured captured when captured.Generation == _setup.Generation && IsArea(captured.State.Area):
                Captured(captured);
                break;
            case SnapshotWritten written when written.Generation == _setup.Generation && IsArea(written.Area):
                _pending?.Add(written);
                TryKeep();
                break;
            case AreasHosted hosted when IsSound(hosted):
                Hosted(hosted);
                break;
            case Connected connected when connected.Generation == _setup.Generation:
                if (--_unconnected == 0)
                    Begin();
                break;
            case AreaDiverged diverged when diverged.Generation == _setup.Generation:
                Diverged(diverged.Divergence);
                break;
            case SnapshotUnusable unusable when unusable.Generation == _setup.Generation && IsArea(unusable.Area):
                Unusable(unusable);
                break;
            case AreaFailed failed when failed.Generation == _setup.Generation:
                Fail($"{failed.Name}: {failed.Reason}");
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private bool IsArea(int area) => area >= 1 && area <= _plan.Top;

    private void Begin()
    {
        _running = true;
        foreach (long tick in _setup.ObserveTicks)
            Broadcast(new CaptureState(_setup.Generation, tick, CapturePurpose.Observe));
        _setup.Observer.Started(_plan.Network);
        Continue();
    }

    private void Reached(TickReached reached)
    {
        _reached[reached.Area] = Math.Max(_reached[reached.Area], reached.Tick);
        _figures[reached.Area - 1] = reached.Figures;
        long min = Math.Min(_reached.Skip(1).Min(), (_divergence?.Tick ?? long.MaxValue) - 1);
        if (min > _min)
        {
            _min = min;
            _setup.Observer.Progressed(_plan.Network, min);
            _setup.Observer.Measured(_plan.Network, NetworkFigures.Of(_figures, _setup.NodeOfArea));
        }

        Continue();
    }

    private void Continue()
    {
        if (!_running || _capturing)
            return;
        if (!_stopping && _divergence is null && _horizons.Next(_reached.Skip(1).Min(), _time.Elapsed) is { } horizon)
        {
            // The tick lies beyond every horizon granted so far: no area can have passed it.
            TakeSnapshot(horizon);
            Broadcast(new Horizon(_setup.Generation, horizon, _horizons.ReportTick));
        }

        bool over = _stopping || _divergence is not null || _horizons.Granted == _plan.Schedule.EndTick;
        if (!over || !_reached.Skip(1).All(tick => tick == _horizons.Granted))
            return;
        _capturing = true;
        if (_divergence is null)
            Broadcast(new CaptureState(_setup.Generation, _horizons.Granted, CapturePurpose.Final));
        else
            Finish();
    }

    private void Captured(StateCaptured captured)
    {
        switch (captured.Purpose)
        {
            case CapturePurpose.Observe:
                _observed++;
                _setup.Observed?.Invoke(captured.State);
                _setup.Observer.Observed(_plan.Network, captured.State);
                break;
            case CapturePurpose.Snapshot:
                _pending?.Add(captured.Snapshot);
                TryKeep();
                break;
            default:
                _states[captured.State.Area - 1] = captured.Snapshot;
                _figures[captured.State.Area - 1] = captured.Figures;
                break;
        }

        Finish();
    }

    // The last measures may still be on their way when the last state is here.
    private void Finish()
    {
        if (!_capturing)
            return;
        DropPending();
        bool hasStates = _divergence is not null || !_states.Contains(null);
        if (_pending is not null || !hasStates || !Measured(_horizons.Granted) || !Compared(_horizons.Granted))
            return;
        bool completed = _divergence is null && _horizons.Granted == _plan.Schedule.EndTick;
        // A stop can come between a value that is not finite and the boundary that tells it: that state has no digest,
        // and no run goes on from it.
        bool isFinite = _divergence is null
            && (completed || _states.All(snapshot => snapshot!.FirstNonFinite() is null));
        if (isFinite && !completed && KeepLast(_horizons.Granted))
            return;
        Release();
        AreaState[] states = isFinite ? [.. _states.Select(snapshot => snapshot!.State)] : [];
        NetworkFigures figures = NetworkFigures.Of(_figures, _setup.NodeOfArea);
        NetworkOutcome outcome = new(_plan, _divergence?.Tick ?? _horizons.Granted, completed, states, figures)
        {
            Divergence = _divergence,
        };
        _setup.Observer.Finished(outcome);
        _setup.Result.TrySetResult(outcome);
        Context.Stop(Self);
    }

    // The next tick of measures of its area, and no other: what is repeated or made up counts nothing.
    private bool Closes(AreaMeasures measures)
    {
        ref long closed = ref _measured[measures.Area];
        if (closed >= _plan.Schedule.EndTick || measures.Tick != _plan.Schedule.NextMeasure(closed))
            return false;
        closed = measures.Tick;
        return true;
    }

    // Whether all areas have closed their measures up to a tick.
    private bool Measured(long tick)
    {
        long last = _plan.Schedule.LastMeasure(tick);
        return _measured.Skip(1).All(closed => closed >= last);
    }

    // Whether every state up to this tick, and after the start, that is to be compared or observed has come.
    private bool Compared(long tick) => _observed >= ComparisonsUpTo(tick) - ComparisonsUpTo(_setup.StartTick);

    private long ComparisonsUpTo(long tick) => ((long)_plan.Schedule.ComparisonsUpTo(tick) + _setup.ObserveTicks.Count(t => t <= tick)) * _plan.Top;

    private void Fail(string where)
    {
        Release();
        _setup.Result.TrySetException(new RunFailedException($"Network {_plan.Network} (seed {_plan.Seed}) failed in {where}"));
        Context.Stop(Self);
    }

    private void Release()
    {
        _released = true;
        foreach (NodeSeat seat in _setup.Seats)
            seat.Node.Tell(new ReleaseAreas(_plan.Network, _setup.Generation), Self);
    }

    private void Broadcast(IControlMessage message)
    {
        foreach (ControlPort? port in _ports)
            port!.Send(message);
    }
}
