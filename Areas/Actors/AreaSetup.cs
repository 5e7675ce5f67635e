using Akka.Actor;
using PalActors.Areas.Actors.Recording;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>Identity and surroundings of an area actor.</summary>
/// <param name="Run">Identity of the run.</param>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">Generation of the network's actors.</param>
/// <param name="Schedule">Schedule of the network.</param>
/// <param name="Area">The area, before tick 1 or restored.</param>
/// <param name="Progress">Progress that the node's watchdog reads.</param>
public sealed record AreaSetup(
    long Run, int Network, int Generation, Schedule Schedule, IArea Area, AreaProgress Progress)
{
    /// <summary>True if areas run freely instead of in lockstep.</summary>
    public bool IsFree { get; init; }

    /// <summary>True if ticks fall due by the wall clock, <see cref="TicksDue"/>.</summary>
    public bool IsPaced { get; init; }

    /// <summary>Delay lines, and counts of an evaluation, of the snapshot that the area starts from.</summary>
    /// <remarks>None before tick 1.</remarks>
    public StateBlock[] Emitted { get; init; } = [];

    /// <summary>Number of ticks that are sent at a time.</summary>
    public SendWindow Window { get; init; }

    /// <summary>Bytes of values in a message to another node at most; 0 for any number.</summary>
    public int PieceSize { get; init; } = FrameCut.UsualSize;

    /// <summary>Checks whether an area lives on this node.</summary>
    public Func<int, bool> IsHere { get; init; } = _ => true;

    /// <summary>Finds the way of frames to an area of another node, from reference and port for frames.</summary>
    public Func<IActorRef, FramePort, IActorRef> FramesTo { get; init; } = (area, _) => area;

    /// <summary>The network, if its plan has recordings.</summary>
    public RecordedNetwork? Recorded { get; init; }
}
