using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>
/// A whole hierarchy under test: an actor per area, a stimulus, a target, and a clock by hand, which the test is. Areas talk to each other as in a run; with faults, every frame passes a seeded
/// interceptor that loses, repeats or holds it back, and the harness plays the watchdog.
/// </summary>
public sealed class HierarchyHarness
{
    private const int Generation = 1;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_silence = TimeSpan.FromMilliseconds(20);

    private readonly IActorRef[] _areas;
    private readonly AreaProgress[] _progress;
    private readonly TestProbe _clock;
    private readonly long _lastTick;

    /// <summary>The areas of a network before tick 1, connected.</summary>
    /// <param name="kit">The test.</param>
    /// <param name="network">The network.</param>
    /// <param name="faults">What becomes of frames, or null for a good network.</param>
    public HierarchyHarness(TestKitBase kit, INetworkBuilder network, FrameFaults? faults = null)
    {
        MicrocircuitNetwork plan = new(network);
        int top = network.Parameters.Top;
        _clock = kit.CreateTestProbe();
        _lastTick = network.Schedule.Phases[^1].LastTick;
        _progress = [.. Enumerable.Range(0, top).Select(_ => new AreaProgress())];
        _areas = [.. Enumerable.Range(1, top).Select(area => kit.Sys.ActorOf(
            AreaActor.Create(new AreaSetup(
                SmallPlans.Run, 0, Generation, network.Schedule, plan.BuildArea(area), _progress[area - 1])
            { IsFree = plan.Links.IsFree })))];
        IActorRef stimulus = Source(FrameKind.Stimulus, 0, network.BuildStimulus()), target = Source(FrameKind.Target, top, network.BuildTarget());
        IActorRef[] doors = faults is null
            ? _areas
            : [.. _areas.Select((area, i) => kit.Sys.ActorOf(Props.Create(() => new FaultyIngress(area, faults, i + 1))))];
        for (int i = 0; i < top; i++)
        {
            Peer below = i == 0 ? At(new(EndpointKind.Stimulus, 0), stimulus) : At(Endpoint.Of(i), doors[i - 1]);
            Peer above = i == top - 1
                ? At(new(EndpointKind.Target, top), target)
                : At(Endpoint.Of(i + 2), doors[i + 1]);
            doors[i].Tell(new Connect(PathOf(_clock.Ref), [below, above]), _clock);
        }

        stimulus.Tell(new Connect(PathOf(_clock.Ref), [At(Endpoint.Of(1), doors[0])]), _clock);
        target.Tell(new Connect(PathOf(_clock.Ref), [At(Endpoint.Of(top), doors[top - 1])]), _clock);
        int connected = 0;
        Take("all actors to be connected", message => message is Connected && ++connected == top + 2);

        IActorRef Source(FrameKind kind, int area, Areas.Contract.IPresentations presentations) =>
            kit.Sys.ActorOf(SourceActor.Create(SmallPlans.Run, 0, Generation, kind, area, presentations, network.Schedule, 0));

        static Peer At(Endpoint endpoint, IActorRef actor) => new(endpoint, PathOf(actor));

        static string PathOf(IActorRef actor) => actor.Path.ToString();
    }

    /// <summary>Everything that was measured so far.</summary>
    public List<Metric> Metrics { get; } = [];

    /// <summary>Frames that areas were told to ask for again, since nothing had come for a while.</summary>
    public int Nudges { get; private set; }

    /// <summary>The tick that all areas have completed.</summary>
    public long Tick { get; private set; }

    /// <summary>Grants a horizon and waits until all areas are there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tick is behind the areas, or after the schedule.</exception>
    public HierarchyHarness RunTo(long tick)
    {
        if (tick <= Tick || tick > _lastTick)
            throw new ArgumentOutOfRangeException(nameof(tick), tick, $"The areas are at tick {Tick} of {_lastTick}.");
        foreach (IActorRef area in _areas)
            area.Tell(new Horizon(Generation, tick, tick), _clock);
        HashSet<int> there = [];
        Take($"all areas to reach tick {tick}", message => message is TickReached reached && reached.Tick >= tick && there.Add(reached.Area) && there.Count == _areas.Length);
        Tick = tick;
        return this;
    }

    /// <summary>The state of each area, 1 to the top, after tick <see cref="Tick"/>.</summary>
    /// <param name="observe">Whether to add what was computed in the tick besides (<c>CorticalArea.Observe</c>).</param>
    public AreaState[] States(bool observe = false)
    {
        AreaState?[] states = new AreaState?[_areas.Length];
        foreach (IActorRef area in _areas)
            area.Tell(new CaptureState(Generation, Tick, observe ? CapturePurpose.Observe : CapturePurpose.Final), _clock);
        Take($"the states at tick {Tick}", message =>
        {
            if (message is StateCaptured captured)
                states[captured.State.Area - 1] = captured.State;
            return !states.Contains(null);
        });
        return states!;
    }

    // Answers greetings, keeps measures, nudges areas that have waited in silence, and fails with what was awaited.
    private void Take(string what, Func<object, bool> isLast)
    {
        DateTime end = DateTime.UtcNow + s_patience;
        while (DateTime.UtcNow < end)
        {
            object? message = _clock.ReceiveOne(s_silence);
            switch (message)
            {
                case null:
                    foreach (IActorRef area in _areas)
                        area.Tell(FramesStalled.Instance, _clock);
                    Nudges++;
                    break;
                case Hello hello:
                    _clock.Reply(new HelloBack(hello.Role));
                    break;
                case AreaSample sample:
                    // As the hosts do.
                    _areas[sample.Receiver - 1].Tell(sample, _clock);
                    break;
                case AreaMeasures measures:
                    Metrics.AddRange(measures.Values);
                    break;
                default:
                    if (isLast(message))
                        return;
                    break;
            }
        }

        throw new TimeoutException($"Waited {s_patience.TotalSeconds:F0} s for {what}; the areas await the frames of ticks {string.Join(", ", _progress.Select(progress => progress.Awaited))}.");
    }
}
