using System.Diagnostics;
using Akka.Actor;
using PalActors.Areas.Model.Recording;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <summary>
/// The clock of one network: has its areas hosted and connected, hands out horizons, hears of progress and measures, and ends it at a common tick.
/// Recording happens in this actor before it grants the next horizon, so a slow recorder holds the simulation back instead of falling behind.
/// </summary>
public sealed class NetworkClock : UntypedActor
{
    private readonly NetworkClockSetup _setup;
    private readonly NetworkPlan _plan;
    private readonly HorizonPolicy _horizons;
    private readonly IActorRef[] _areas;
    private readonly string[] _paths;
    private readonly long[] _reached;
    private readonly AreaState?[] _states;
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private string _targetPath = "";
    private int _unhosted;
    private int _unconnected;
    private long _alignments;
    private long _observed;
    private long _frames;
    private long _min = -1;
    private bool _running;
    private bool _stopping;
    private bool _capturing;

    /// <summary>Makes the clock.</summary>
    public NetworkClock(NetworkClockSetup setup)
    {
        _setup = setup;
        _plan = setup.Plan;
        _horizons = new HorizonPolicy(0, _plan.Schedule.EndTick, setup.HorizonTime, RecordingVolume.LongestHorizon(_plan));
        _areas = new IActorRef[_plan.Top + 1];
        _paths = new string[_plan.Top + 1];
        _reached = new long[_plan.Top + 1];
        _states = new AreaState?[_plan.Top + 1];
    }

    /// <summary>A word of this node's own run to the clock: end at the horizon granted so far.</summary>
    public sealed class Stop : INoSerializationVerificationNeeded
    {
        /// <summary>The message.</summary>
        public static Stop Instance { get; } = new();
    }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        string clock = Self.Path.ToStringWithAddress(((ExtendedActorSystem)Context.System).Provider.DefaultAddress);
        var groups = Enumerable.Range(0, _plan.Top + 1).GroupBy(area => _setup.NodeOfArea[area]).ToArray();
        _unhosted = groups.Length;
        foreach (var group in groups)
            _setup.Nodes[group.Key].Tell(new HostAreas(_plan, _setup.Generation, [.. group], _setup.Lane, clock), Self);
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case TickReached reached when reached.Generation == _setup.Generation:
                Reached(reached);
                break;
            case Metric metric:
                _alignments += metric.Area is null ? 0 : 1;
                _setup.Observer.Recorded(metric);
                Finish();
                break;
            case RecordedBlock block when block.Generation == _setup.Generation:
                _setup.Observer.Recorded(block);
                break;
            case StateCaptured captured when captured.Generation == _setup.Generation:
                Captured(captured);
                break;
            case AreasHosted hosted when hosted.Generation == _setup.Generation:
                Hosted(hosted);
                break;
            case Connected connected when connected.Generation == _setup.Generation:
                if (connected.Area > 0)
                    _areas[connected.Area] = Sender;
                if (--_unconnected == 0)
                    Begin();
                break;
            case Hello hello:
                Sender.Tell(new HelloBack(hello.Role), Self);
                break;
            case Stop:
                _stopping = true;
                Continue();
                break;
            case AreaFailed failed when failed.Generation == _setup.Generation:
                Release();
                _setup.Result.TrySetException(new RunFailedException($"Network {_plan.Network} (seed {_plan.Seed}) failed in {failed.Name}: {failed.Reason}"));
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Hosted(AreasHosted hosted)
    {
        for (int i = 0; i < hosted.Areas.Length; i++)
            _paths[hosted.Areas[i]] = hosted.Paths[i];
        if (hosted.TargetPath.Length > 0)
            _targetPath = hosted.TargetPath;
        if (--_unhosted > 0)
            return;

        string clock = Self.Path.ToStringWithAddress(((ExtendedActorSystem)Context.System).Provider.DefaultAddress);
        int top = _plan.Top;
        _unconnected = top + 2;
        int[] order = [.. Enumerable.Range(0, top + 1)];
        if (_setup.ShuffleStart is not null)
        {
            // Networks side by side may share it.
            lock (_setup.ShuffleStart)
                _setup.ShuffleStart.Shuffle(order);
        }

        foreach (int area in order)
        {
            string below = area > 0 ? _paths[area - 1] : "", above = area < top ? _paths[area + 1] : "";
            Context.ActorSelection(_paths[area]).Tell(new Connect(below, above, area == top ? _targetPath : "", clock), Self);
        }

        Context.ActorSelection(_targetPath).Tell(new Connect("", _paths[top], "", clock), Self);
    }

    private void Begin()
    {
        _running = true;
        foreach (long tick in _setup.ObserveTicks)
            Broadcast(new CaptureState(_setup.Generation, tick, Observe: true));
        _setup.Observer.Started(_plan.Network);
        Continue();
    }

    private void Reached(TickReached reached)
    {
        _reached[reached.Area] = Math.Max(_reached[reached.Area], reached.Tick);
        long min = _reached.Skip(1).Min();
        if (min > _min)
        {
            _min = min;
            _setup.Observer.Progressed(_plan.Network, min);
        }

        Continue();
    }

    private void Continue()
    {
        if (!_running || _capturing)
            return;
        if (!_stopping && _horizons.Next(_reached.Skip(1).Min(), _time.Elapsed) is { } horizon)
            Broadcast(new Horizon(_setup.Generation, horizon, _horizons.ReportTick));
        bool over = _stopping || _horizons.Granted == _plan.Schedule.EndTick;
        if (over && _reached.Skip(1).All(tick => tick == _horizons.Granted))
        {
            _capturing = true;
            Broadcast(new CaptureState(_setup.Generation, _horizons.Granted, Observe: false));
        }
    }

    private void Captured(StateCaptured captured)
    {
        if (captured.Observed)
        {
            _observed++;
            _setup.Observed?.Invoke(captured.State);
            _setup.Observer.Observed(_plan.Network, captured.State);
            Finish();
            return;
        }

        _states[captured.State.Area] = captured.State;
        _frames += captured.Frames;
        Finish();
    }

    // The last measures may still be on their way when the last state is here.
    private void Finish()
    {
        if (!_capturing || _states.AsSpan(1).Contains(null) || _alignments < AlignmentsUpTo(_horizons.Granted) || _observed < ComparisonsUpTo(_horizons.Granted))
            return;
        Release();
        NetworkOutcome outcome = new(_plan, _horizons.Granted, _horizons.Granted == _plan.Schedule.EndTick, [.. _states.Skip(1)!], _frames);
        _setup.Observer.Finished(outcome);
        _setup.Result.TrySetResult(outcome);
        Context.Stop(Self);
    }

    private long AlignmentsUpTo(long tick) => _plan.Schedule.RecordsUpTo(tick) * (_plan.Top - 1) * 3;

    private long ComparisonsUpTo(long tick) => ((long)_plan.Schedule.ComparisonsUpTo(tick) + _setup.ObserveTicks.Count(t => t <= tick)) * _plan.Top;

    private void Release()
    {
        foreach (ICanTell node in _setup.Nodes)
            node.Tell(new ReleaseAreas(_plan.Network, _setup.Generation), Self);
    }

    private void Broadcast(IControlMessage message)
    {
        for (int area = 1; area <= _plan.Top; area++)
            _areas[area].Tell(message, Self);
    }
}
