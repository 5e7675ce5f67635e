using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
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
    private readonly AreaProgress[] _progress;
    private readonly TestProbe _clock;
    private readonly long _lastTick;

    /// <summary>Makes and connects the areas of a network before tick 1.</summary>
    /// <param name="kit">The test.</param>
    /// <param name="network">The network.</param>
    /// <param name="faults">Faults of the network; null for none.</param>
    /// <param name="pieceSize">
    /// Bytes of values in a message at most, as if each area and the stimulus had a node of its own; 0 to cut none.
    /// </param>
    public HierarchyHarness(
        TestKitBase kit, INetworkBuilder network, FrameFaults? faults = null, int pieceSize = 0)
    {
        MicrocircuitNetwork plan = new(network);
        int top = network.Parameters.Top;
        _clock = kit.CreateTestProbe();
        _lastTick = network.Schedule.Phases[^1].LastTick;
        _progress = [.. Enumerable.Range(0, top).Select(_ => new AreaProgress())];
        _areas = [.. Enumerable.Range(1, top).Select(Area)];
        IActorRef stimulus = Source(FrameKind.Stimulus, 0, network.BuildStimulus());
        IActorRef target = Source(FrameKind.Target, top, network.BuildTarget());
        IActorRef[] ingresses = [.. _areas.Select(Ingress)];
        for (int i = 0; i < top; i++)
        {
            Peer below = i == 0 ? At(new(EndpointKind.Stimulus, 0), stimulus) : At(Endpoint.Of(i), ingresses[i - 1]);
            Peer above = i == top - 1
                ? At(new(EndpointKind.Target, top), target)
                : At(Endpoint.Of(i + 2), ingresses[i + 1]);
            ingresses[i].Tell(new Connect(PathOf(_clock.Ref), [below, above]), _clock);
        }

        stimulus.Tell(new Connect(PathOf(_clock.Ref), [At(Endpoint.Of(1), ingresses[0])]), _clock);
        target.Tell(new Connect(PathOf(_clock.Ref), [At(Endpoint.Of(top), ingresses[top - 1])]), _clock);
        int connected = 0;
        Take("all actors to be connected", message => message is Connected && ++connected == top + 2);

        IActorRef Area(int area)
        {
            AreaProgress progress = _progress[area - 1];
            AreaSetup setup = new(SmallPlans.Run, 0, Generation, network.Schedule, plan.BuildArea(area), progress)
            {
                IsFree = plan.Links.IsFree,
                IsHere = _ => pieceSize == 0,
                PieceSize = pieceSize,
            };
            return kit.Sys.ActorOf(AreaActor.Create(setup));
        }

        IActorRef Ingress(IActorRef area, int i) => faults is null
            ? area
            : kit.Sys.ActorOf(Props.Create(() => new FaultyIngress(area, faults, i + 1)));

        IActorRef Source(FrameKind kind, int area, Areas.Contract.IPresentations presentations)
        {
            // A target lives with its area.
            int size = kind == FrameKind.Target ? 0 : pieceSize;
            Props props = SourceActor.Create(
                SmallPlans.Run, 0, Generation, kind, area, presentations, network.Schedule, 0, size);
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
