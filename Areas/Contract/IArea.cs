using PalActors.Messages.Control;

namespace PalActors.Areas.Contract;

/// <summary>An area of any cell model, as the tick protocol sees it.</summary>
/// <remarks>
/// Rules of a tick, which a model may rely on and must keep:
/// <list type="number">
/// <item><see cref="Emit"/> is called once per tick, before <see cref="Integrate"/>, and reads nothing but the area's
/// own state. It may prepare state for the tick, for instance draw noise, since the area waits after it.</item>
/// <item><see cref="Capture"/> and <see cref="Restore"/> act on the state after the last Integrate; Restore and then
/// Emit give the same bits as if the area had never stopped.</item>
/// <item>Emission 0 is the sender's state before tick 1. It is never sent: the receiver makes it itself (<see
/// cref="Arrival.Chosen"/> 0).</item>
/// <item>Stimuli and targets are links like others. What is emitted may differ from link to link, and a link may join
/// any two areas.</item>
/// <item>An update of a tick may wait for the next emissions of ports that settle (<see cref="IncomingPort.Settles"/>).
/// <see cref="Settle"/> completes it before anything looks at the tick, so captures, measures and observables all show
/// the same state, also at the end of a run.</item>
/// <item>Nothing depends on when or in which order messages arrive, on threads, or on nodes.</item>
/// <item>One owner at a time; nothing is allocated per tick.</item>
/// </list>
/// </remarks>
public interface IArea
{
    /// <summary>Number of the area in the graph.</summary>
    int Index { get; }

    /// <summary>The last complete tick; 0 before the first.</summary>
    long Tick { get; }

    /// <summary>Its links.</summary>
    AreaPorts Ports { get; }

    /// <summary>Number of later emissions from below that the next <see cref="Integrate"/> needs.</summary>
    /// <remarks>Of each link from below, besides the chosen one.</remarks>
    int Lookahead => 0;

    /// <summary>True if <see cref="Emit"/> needs the presentations of its tick, <see cref="Present"/>.</summary>
    bool EmitsPresented => false;

    /// <summary>Takes the presentations of the next tick before <see cref="Emit"/>.</summary>
    /// <remarks>Only if <see cref="EmitsPresented"/>. Sources wait for no area, so no cycle waits for itself.</remarks>
    /// <param name="tick">The tick.</param>
    /// <param name="from">Arrivals by incoming port; only those of sources are chosen.</param>
    void Present(in TickContext tick, in Arrivals from)
    {
    }

    /// <summary>Writes what the area emits in the next tick, from its own state only.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="to">Buffers to write into, by outgoing port.</param>
    void Emit(in TickContext tick, in Emission to);

    /// <summary>Completes the tick with what has arrived.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="from">Arrivals by incoming port.</param>
    void Integrate(in TickContext tick, in Arrivals from);

    /// <summary>Completes what the last tick left to the next emissions.</summary>
    /// <remarks>
    /// Only where a port settles: once after each <see cref="Integrate"/>, mostly after the next <see cref="Emit"/>.
    /// A restored state is settled.
    /// </remarks>
    /// <param name="next">Arrivals by incoming port; only those of ports that settle are chosen.</param>
    void Settle(in Arrivals next)
    {
    }

    /// <summary>Captures the state after the last complete tick, and changes nothing.</summary>
    /// <param name="kind">Purpose of the captured state.</param>
    AreaState Capture(CaptureKind kind);

    /// <summary>Goes on from a captured state.</summary>
    /// <exception cref="ArgumentException">It is of another area or shape.</exception>
    void Restore(AreaState state);

    /// <summary>Finds the first value of the state that is not finite; null if all are.</summary>
    /// <remarks>A model of any size allocates nothing while all values are finite.</remarks>
    NonFinite? FirstNonFinite() => Capture(CaptureKind.State).FirstNonFinite();

    /// <summary>Counts of the last evaluation; null in areas that are not read out.</summary>
    /// <remarks>They start anew with the first sample of an evaluation.</remarks>
    DecisionCounts? Decisions => null;

    /// <summary>Takes the measures after the tick that was just completed.</summary>
    /// <remarks>Some of them may wait for samples.</remarks>
    /// <param name="when">Measures that are due.</param>
    IMeasurement Measure(in MeasureContext when) => KnownMeasurement.None;

    /// <summary>Sample of the last complete tick that a neighbour needs for its measures.</summary>
    /// <param name="neighbour">One of <see cref="AreaPorts.SamplesTo"/>.</param>
    StateBlock[] SampleFor(int neighbour) => [];

    /// <summary>Checks whether a sample has the names and shapes that this area's measures take.</summary>
    /// <remarks>Others are dropped, so a measure that needs one of them waits for ever.</remarks>
    bool IsSample(int neighbour, StateBlock[] sample) => true;

    /// <summary>Reader of an observable: its value by row and column after the last complete tick.</summary>
    /// <param name="observable">Name of one of the model's observables that this area records.</param>
    /// <param name="area">The area that it is of: this one, or an input area below it.</param>
    Func<int, int, double> Observe(string observable, int area) =>
        throw new ArgumentException($"'{observable}' is no observable of area {Index}.", nameof(observable));
}
