using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Model;
using PalActors.Areas.Model.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Nodes;

/// <summary>
/// The areas of one network on one node: makes them, on their lane; watches over them (one timer for all, which looks at each area's awaited tick);
/// and tells the clock when one dies.
/// </summary>
public sealed class NetworkHost : UntypedActor, IWithTimers
{
    private static readonly TimeSpan s_watchInterval = TimeSpan.FromMilliseconds(20);

    private readonly HostAreas _host;
    private readonly FrameFaults? _faults;
    private readonly IActorRef _clock;
    private readonly List<(IActorRef Area, AreaProgress Progress)> _areas = [];
    private readonly List<long> _lastAwaited = [];

    /// <summary>Makes the host and its areas.</summary>
    public NetworkHost(HostAreas host, Func<NetworkPlan, INetworkBuilder> build, FrameFaults? faults, IActorRef clock)
    {
        _host = host;
        _faults = faults;
        _clock = clock;
        Builder = build;
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    private Func<NetworkPlan, INetworkBuilder> Builder { get; }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        try
        {
            Build(Builder(_host.Plan));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever the reason: without this word the clock would wait for the areas for ever.
            _clock.Tell(new AreaFailed(_host.Generation, Self.Path.Name, e.Message), Self);
        }
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(exception =>
    {
        _clock.Tell(new AreaFailed(_host.Generation, Self.Path.Name, $"{exception.GetType().Name}: {exception.Message}"), Self);
        return Directive.Stop;
    });

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        if (message is not Watch)
        {
            Unhandled(message);
            return;
        }

        for (int i = 0; i < _areas.Count; i++)
        {
            long awaited = _areas[i].Progress.Awaited;
            if (awaited != 0 && awaited == _lastAwaited[i])
                _areas[i].Area.Tell(FramesStalled.Instance, Self);
            _lastAwaited[i] = awaited;
        }
    }

    private void Build(INetworkBuilder network)
    {
        NetworkPlan plan = _host.Plan;
        string dispatcher = ActorSystems.Lane(_host.Lane);
        List<string> paths = [];
        string targetPath = "";
        foreach (int index in _host.Areas)
        {
            if (index == 0)
            {
                paths.Add(Path(Context.ActorOf(
                    SourceActor.Create(plan.Run, plan.Network, _host.Generation, FrameKind.Stimulus, 0, network.BuildStimulus(), network.Schedule, 0).WithDispatcher(dispatcher), "stimulus")));
                continue;
            }

            CorticalArea core = network.BuildArea(index);
            AreaProgress progress = new();
            IActorRef area = Context.ActorOf(
                AreaActor.Create(new AreaSetup(plan.Run, plan.Network, _host.Generation, network, core, progress) { Recordings = plan.Recordings }).WithDispatcher(dispatcher),
                string.Create(CultureInfo.InvariantCulture, $"area-{index}"));
            _areas.Add((area, progress));
            _lastAwaited.Add(0);
            paths.Add(Path(_faults is null ? area : Context.ActorOf(Props.Create(() => new FaultyIngress(area, _faults, index)), string.Create(CultureInfo.InvariantCulture, $"ingress-{index}"))));
            if (core.IsTop)
            {
                targetPath = Path(Context.ActorOf(
                    SourceActor.Create(plan.Run, plan.Network, _host.Generation, FrameKind.Target, index, network.BuildTarget(), network.Schedule, 0).WithDispatcher(dispatcher), "target"));
            }
        }

        Timers.StartPeriodicTimer(nameof(Watch), Watch.Instance, s_watchInterval);
        _clock.Tell(new AreasHosted(plan.Network, _host.Generation, _host.Areas, [.. paths], targetPath), Self);
    }

    private static string Path(IActorRef actor)
    {
        Address address = ((ExtendedActorSystem)Context.System).Provider.DefaultAddress;
        return actor.Path.ToStringWithAddress(address);
    }

    private sealed class Watch : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static Watch Instance { get; } = new();
    }
}
