using System.Diagnostics;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Clustering.Links;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Clock;

/// <summary>Actor of the clock of one generation of a network.</summary>
/// <remarks>
/// It has areas hosted, restored and connected, grants horizons, receives progress and measures, has snapshots kept,
/// and ends the network at a common tick, or the generation when a node is lost. It calls the recorder before it grants
/// the next horizon, so a slow recorder holds the simulation back instead of falling behind.
/// </remarks>
public sealed partial class NetworkClock : UntypedActor, IWithTimers
{
    private readonly NetworkClockSetup _setup;
    private readonly NetworkPlan _plan;
    private readonly AreaGraph _graph;
    private readonly HorizonPolicy _horizons;
    private readonly long[] _reached;
    private readonly AreaSnapshot?[] _states;
    private readonly AreaFigures[] _figures;
    private readonly long[] _measured;
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private bool _stopping;
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
        _graph = _plan.Graph;
        _reached = new long[_graph.WithCells.Count];
        Array.Fill(_reached, setup.StartTick);
        _measured = new long[_graph.WithCells.Count];
        Array.Fill(_measured, setup.StartTick);
        _states = new AreaSnapshot?[_graph.WithCells.Count];
        _figures = new AreaFigures[_graph.WithCells.Count];
        Array.Fill(_figures, AreaFigures.None);
        _snapshots = setup.Keeper?.Interval is { } interval ? new SnapshotTimer(interval, setup.StartTick) : null;
    }

    /// <summary>Command of this node's own run to the clock: end at the horizon granted so far.</summary>
    public sealed class Stop : INoSerializationVerificationNeeded
    {
        /// <summary>The message.</summary>
        public static Stop Instance { get; } = new();
    }

    /// <summary>Message of this node's own run to the clock: a node is gone.</summary>
    /// <param name="Seat">The node.</param>
    public sealed record Lost(NodeRef Seat) : INoSerializationVerificationNeeded;

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(nameof(Remind), Remind.Instance, s_remindInterval);
        OpenHosts();
    }

    // A restarted clock would not know which horizons it granted: report the failure and stop instead.
    /// <inheritdoc/>
    protected override void PreRestart(Exception reason, object message)
    {
        Release();
        _setup.Result.TrySetException(new RunFailedException(
            $"Network {_plan.Network} (seed {_plan.Seed}) failed in its clock: "
            + $"{reason.GetType().Name}: {reason.Message}"));
        base.PreRestart(reason, message);
    }

    /// <inheritdoc/>
    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LinkPart part when IsOfThis(part.Network, part.Generation) && IsFrom(part.From):
                if (PortOf(part.From)?.Accept(part) is { } whole)
                    Handle(whole);
                break;
            case LinkAcknowledged done when IsOfThis(done.Network, done.Generation) && IsFrom(done.From):
                PortOf(done.From)?.Acknowledged(done.Sequence);
                break;
            case HostOpened opened when IsOfThis(opened.Network, opened.Generation):
                Opened(opened.Node);
                break;
            case HostEnded ended when IsOfThis(ended.Network, ended.Generation):
                Ended(ended.Node);
                break;
            // A host of the same actor system sends messages directly; every other one over a link.
            case IControlMessage control when Sender.IsHere():
                Handle(control);
                break;
            case Remind:
                RemindAll();
                break;
            case Kept kept:
                SnapshotKept(kept);
                break;
            case Stop:
                _stopping = true;
                Continue();
                break;
            case Lost lost when _setup.Seats.Contains(lost.Seat):
                Lose(new NodeLostException(lost.Seat));
                break;
            case Lost:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private bool IsOfThis(int network, int generation) =>
        network == _plan.Network && generation == _setup.Generation;

    private bool IsArea(int area) => _graph.HasCells(area);

    private void Broadcast(IControlMessage message)
    {
        foreach (ControlPort? port in _ports)
            port!.Send(message);
    }
}
