using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>A whole hierarchy under test: an actor per area, a stimulus, a target, and the test as the clock.</summary>
/// <remarks>
/// Areas exchange messages as in a run. With faults every frame passes a seeded interceptor that drops, duplicates or
/// delays it, and the harness plays the watchdog.
/// </remarks>
public sealed partial class HierarchyHarness
{
    private const int Generation = 1;

    private readonly IActorRef[] _areas;
    private readonly int[] _numbers;
    private readonly AreaProgress[] _progress;
    private readonly TestProbe _clock;
    private readonly long _lastTick;

    /// <summary>Makes and connects the areas of a network before tick 1.</summary>
    /// <param name="kit">The test.</param>
    /// <param name="network">The network.</param>
    /// <param name="faults">Faults of the network; null for none.</param>
    /// <param name="pieceSize">
    /// Bytes of values in a message at most, as if each area had a node of its own; 0 to cut none.
    /// </param>
    public HierarchyHarness(
        TestKitBase kit, INetworkBuilder network, FrameFaults? faults = null, int pieceSize = 0)
    {
        MicrocircuitNetwork plan = new(network);
        _clock = kit.CreateTestProbe();
        _lastTick = network.Schedule.Phases[^1].LastTick;
        IArea[] areas = [.. network.Parameters.Graph.WithCells.Select(plan.BuildArea)];
        _numbers = [.. areas.Select(area => area.Index)];
        _progress = [.. areas.Select(_ => new AreaProgress())];
        _areas = [.. areas.Select(Area)];
        Dictionary<Endpoint, (IActorRef Actor, Endpoint[] Peers)> actors = [];
        for (int i = 0; i < areas.Length; i++)
        {
            int index = areas[i].Index;
            AreaPorts ports = areas[i].Ports;
            IEnumerable<Endpoint> receivers = ports.Outgoing.Select(port => Endpoint.Of(port.Receiver));
            Endpoint[] peers = [.. ports.Incoming.Select(port => port.SenderTo(index)).Union(receivers)];
            actors[Endpoint.Of(index)] = (Ingress(_areas[i], index), peers);
            foreach (IncomingPort port in ports.Incoming.Where(port => port.IsPresented))
            {
                Endpoint source = port.SenderTo(index);
                actors[source] = (Source(source, plan.BuildSource(source)), [Endpoint.Of(index)]);
            }
        }

        foreach ((IActorRef actor, Endpoint[] peers) in actors.Values)
        {
            Peer[] paths = [.. peers.Select(peer => At(peer, actors[peer].Actor))];
            actor.Tell(new Connect(PathOf(_clock.Ref), paths), _clock);
        }

        int connected = 0;
        Take("all actors to be connected", message => message is Connected && ++connected == actors.Count);

        IActorRef Area(IArea area, int place)
        {
            AreaSetup setup = new(SmallPlans.Run, 0, Generation, network.Schedule, area, _progress[place])
            {
                IsFree = plan.Links.IsFree,
                IsHere = _ => pieceSize == 0,
                PieceSize = pieceSize,
            };
            return kit.Sys.ActorOf(AreaActor.Create(setup));
        }

        IActorRef Ingress(IActorRef area, int index) => faults is null
            ? area
            : kit.Sys.ActorOf(Props.Create(() => new FaultyIngress(area, faults, index)));

        // A source lives with its area.
        IActorRef Source(Endpoint endpoint, IPresentations presentations)
        {
            Props props = SourceActor.Create(
                SmallPlans.Run, 0, Generation, endpoint, presentations, network.Schedule, 0);
            return kit.Sys.ActorOf(props);
        }

        static Peer At(Endpoint endpoint, IActorRef actor) => new(endpoint, PathOf(actor));

        static string PathOf(IActorRef actor) => actor.Path.ToString();
    }

    /// <summary>All measures so far.</summary>
    public List<Metric> Metrics { get; } = [];

    /// <summary>Number of times that areas were told to ask for frames again, after a silence.</summary>
    public int Nudges { get; private set; }

    /// <summary>The tick that all areas have completed.</summary>
    public long Tick { get; private set; }
}
