using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;

namespace PalActors.TestKit;

/// <summary>One <see cref="AreaActor"/> under test, with scripted neighbours and a clock by hand.</summary>
/// <remarks>
/// Nothing here waits for time: <see cref="Settle"/> sends a greeting of every probe to the area, and since messages
/// between two actors keep their order, all that the area had sent before has arrived when the answers are back.
/// </remarks>
public sealed partial class AreaHarness
{
    private readonly List<Neighbour> _neighbours = [];
    private readonly CorticalArea _core;

    /// <summary>Makes the actor of an area, with a probe in the place of each neighbour.</summary>
    /// <param name="kit">The test.</param>
    /// <param name="network">The network.</param>
    /// <param name="area">Index of the area.</param>
    /// <param name="generation">Generation of the actor.</param>
    /// <param name="core">The area; null for one in its state before tick 1.</param>
    /// <param name="pieceSize">
    /// Bytes of values in a message at most, as if all neighbours were elsewhere; 0 if they are on this node.
    /// </param>
    public AreaHarness(
        TestKitBase kit, INetworkBuilder network, int area, int generation = 1, CorticalArea? core = null,
        int pieceSize = 0)
    {
        Generation = generation;
        _core = core ?? network.BuildArea(area);
        MicrocircuitNetwork plan = new(network);
        IArea wrapped = plan.Wrap(_core);
        AreaSetup setup = new(SmallPlans.Run, 0, generation, network.Schedule, wrapped, Progress)
        {
            IsFree = plan.Links.IsFree,
            IsHere = _ => pieceSize == 0,
            PieceSize = pieceSize,
        };
        Area = kit.Sys.ActorOf(AreaActor.Create(setup));
        Below = Add();
        Above = _core.IsHidden ? Add() : null;
        Target = _core.IsTargeted ? Add() : null;
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

    /// <summary>Progress that its watchdog would read.</summary>
    public AreaProgress Progress { get; } = new();

    /// <summary>Probe in the place of the area below, or the stimulus.</summary>
    public Neighbour Below { get; }

    /// <summary>Probe in the place of the area above; null for the top area.</summary>
    public Neighbour? Above { get; }

    /// <summary>Probe in the place of the target; null for a hidden area.</summary>
    public Neighbour? Target { get; }

    /// <summary>Probe in the place of the clock.</summary>
    public Neighbour Clock { get; }
}
