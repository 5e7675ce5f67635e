using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>
/// One <see cref="AreaActor"/> under test, with scripted neighbours and a clock by hand. Nothing here waits for time: <see cref="Settle"/> sends every probe's own
/// greeting through the area, and since messages between two actors keep their order, all that the area had sent before is there when the greetings are back.
/// </summary>
public sealed class AreaHarness
{
    private readonly List<Neighbour> _neighbours = [];
    private readonly CorticalArea _core;
    private int _settled;

    /// <summary>The area of a network, in its state before tick 1 unless a core is given, with a probe in the place of each neighbour.</summary>
    public AreaHarness(TestKitBase kit, INetworkBuilder network, int area, int generation = 1, CorticalArea? core = null)
    {
        Generation = generation;
        _core = core ?? network.BuildArea(area);
        MicrocircuitNetwork plan = new(network);
        IArea wrapped = plan.Wrap(_core);
        Area = kit.Sys.ActorOf(AreaActor.Create(new AreaSetup(
            SmallPlans.Run, 0, generation, network.Schedule, wrapped, Progress)
        { IsFree = plan.Links.IsFree }));
        Below = Add();
        Above = _core.IsTop ? null : Add();
        Target = _core.IsTop ? Add() : null;
        Clock = Add();

        Neighbour Add()
        {
            _neighbours.Add(new Neighbour(kit.CreateTestProbe()));
            return _neighbours[^1];
        }
    }

    /// <summary>The actor under test.</summary>
    public IActorRef Area { get; }

    /// <summary>Its generation.</summary>
    public int Generation { get; }

    /// <summary>Where its watchdog would look.</summary>
    public AreaProgress Progress { get; } = new();

    /// <summary>In the place of the area below, or the stimulus.</summary>
    public Neighbour Below { get; }

    /// <summary>In the place of the area above; null for the top area.</summary>
    public Neighbour? Above { get; }

    /// <summary>In the place of the target; null for a hidden area.</summary>
    public Neighbour? Target { get; }

    /// <summary>In the place of the clock.</summary>
    public Neighbour Clock { get; }

    /// <summary>Connects the area: each neighbour answers its greeting.</summary>
    public AreaHarness Connect()
    {
        Endpoint below = _core.Index == 1 ? new Endpoint(EndpointKind.Stimulus, 0) : Endpoint.Of(_core.Index - 1);
        Peer[] peers =
        [
            PeerAt(below, Below),
            Above is not null
                ? PeerAt(Endpoint.Of(_core.Index + 1), Above)
                : PeerAt(new Endpoint(EndpointKind.Target, _core.Index), Target!),
        ];
        Area.Tell(new Connect(Clock.Probe.Ref.Path.ToString(), peers), Clock.Probe);
        foreach (Neighbour neighbour in _neighbours)
        {
            Hello hello = neighbour.Probe.ExpectMsg<Hello>();
            neighbour.Probe.Reply(new HelloBack(hello.Role));
        }

        Clock.Probe.ExpectMsg<Connected>(connected => connected.Endpoint == Endpoint.Of(_core.Index) && connected.Generation == Generation);
        return this;

        static Peer PeerAt(Endpoint endpoint, Neighbour neighbour) => new(endpoint, neighbour.Probe.Ref.Path.ToString());
    }

    /// <summary>Grants a horizon, with a report at its end or earlier.</summary>
    public AreaHarness Grant(long tick, long? report = null)
    {
        Area.Tell(new Horizon(Generation, tick, report ?? tick), Clock.Probe);
        return this;
    }

    /// <summary>Delivers frames, each from the neighbour that such frames come from.</summary>
    public AreaHarness Feed(params IEnumerable<RateFrame> frames)
    {
        foreach (RateFrame frame in frames)
        {
            Neighbour from = frame.Kind switch { FrameKind.Down => Above ?? Below, FrameKind.Target => Target ?? Below, _ => Below };
            Area.Tell(frame, from.Probe);
        }

        return this;
    }

    /// <summary>Waits until the area has handled all it was sent, and sorts what it sent.</summary>
    public AreaHarness Settle()
    {
        string mark = $"settled {++_settled}";
        foreach (Neighbour neighbour in _neighbours)
            Area.Tell(new Hello(mark), neighbour.Probe);
        foreach (Neighbour neighbour in _neighbours)
            neighbour.TakeUntil(mark);
        return this;
    }

    /// <summary>A scripted neighbour: what the area sent to it, in order.</summary>
    public sealed class Neighbour(TestProbe probe)
    {
        /// <summary>The probe.</summary>
        public TestProbe Probe { get; } = probe;

        /// <summary>Frames as they came: buffers that the area will use again.</summary>
        public List<RateFrame> Frames { get; } = [];

        /// <summary>The same frames as they were when they were taken from the probe.</summary>
        public List<RateFrame> Copies { get; } = [];

        /// <summary>Everything else.</summary>
        public List<object> Messages { get; } = [];

        /// <summary>The last tick that the area has emitted to this neighbour.</summary>
        public long EmittedTick => Copies.Count == 0 ? 0 : Copies.Max(f => f.FirstTick + f.TickCount - 1);

        /// <summary>Messages of one type, in order.</summary>
        public IReadOnlyList<T> Of<T>() => [.. Messages.OfType<T>()];

        internal void TakeUntil(string mark)
        {
            while (true)
            {
                object message = Probe.ReceiveOne(TimeSpan.FromSeconds(10))
                    ?? throw new TimeoutException($"The area did not answer '{mark}' within 10 s.");
                if (message is HelloBack back && back.Role == mark)
                    return;
                if (message is RateFrame frame)
                {
                    Frames.Add(frame);
                    Copies.Add(frame.Copy());
                }
                else
                {
                    // Credits are reused too.
                    Messages.Add(message is PresentationsUsed used ? new PresentationsUsed(used.Generation) { ThroughTick = used.ThroughTick } : message);
                }
            }
        }
    }
}
