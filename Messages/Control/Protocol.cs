namespace PalActors.Messages.Control;

/// <summary>Tells an area or a source where its peers are.</summary>
/// <param name="Host">Path of the host on this node, which speaks for the network's clock.</param>
/// <param name="Peers">Paths of all that it is linked with.</param>
public sealed record Connect(string Host, Peer[] Peers) : IControlMessage;

/// <summary>Greets the actor at a path; its answer <see cref="HelloBack"/> brings its reference.</summary>
/// <param name="Role">Role of the actor that is greeted, for the one that greets.</param>
public sealed record Hello(string Role) : IControlMessage;

/// <summary>The answer to <see cref="Hello"/>.</summary>
/// <param name="Role">The role in the greeting.</param>
public sealed record HelloBack(string Role) : IControlMessage;

/// <summary>Report of an area or source that all its peers have answered.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Endpoint">The area or source.</param>
public sealed record Connected(int Generation, Endpoint Endpoint) : IControlMessage;

/// <summary>
/// Run to <paramref name="Tick"/>, and report when <paramref name="ReportTick"/> is complete. The only thing a clock says about ticks: it bounds run-ahead
/// and carries no tick's data.
/// </summary>
public sealed record Horizon(int Generation, long Tick, long ReportTick) : IControlMessage;

/// <summary>An area completed this tick: sent at a horizon's report tick and at its end.</summary>
public sealed record TickReached(int Generation, int Area, long Tick, AreaFigures Figures) : IControlMessage;

/// <summary>
/// Credit for a source: the consumer is done with all presentations up to and including a tick. Idempotent. The consumer reuses two of these in turn, which is
/// safe: it can be done with presentation k + 2 only if the source had sent it, and so had read the credit of presentation k.
/// </summary>
public sealed class PresentationsUsed(int generation) : IControlMessage
{
    /// <summary>Generation of the consumer.</summary>
    public int Generation { get; } = generation;

    /// <summary>Last tick of the last used presentation.</summary>
    public long ThroughTick { get; set; }
}

/// <summary>The receiver lacks the frame of this tick; its sender retains what a neighbour may still ask for.</summary>
/// <param name="Generation">Generation of the receiver.</param>
/// <param name="Kind">Kind of the missing frame.</param>
/// <param name="Receiver">The area that lacks it.</param>
/// <param name="Tick">First missing tick.</param>
public sealed record FrameRequest(int Generation, Frames.FrameKind Kind, int Receiver, long Tick) : IControlMessage;

/// <summary>What a captured state is for.</summary>
public enum CapturePurpose : byte
{
    /// <summary>To be looked at: with what was computed in the tick besides.</summary>
    Observe = 0,

    /// <summary>A snapshot on the way.</summary>
    Snapshot = 1,

    /// <summary>The end of the network.</summary>
    Final = 2,
}

/// <summary>Capture the state after this tick, which lies beyond every horizon granted so far or is where the area stands.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Purpose">What for.</param>
public sealed record CaptureState(int Generation, long Tick, CapturePurpose Purpose) : IControlMessage;

/// <summary>The state of an area after a tick.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Snapshot">The state and, unless it is only observed, the delay lines.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Figures">What has come over the area's links.</param>
public sealed record StateCaptured(int Generation, AreaSnapshot Snapshot, CapturePurpose Purpose, AreaFigures Figures) : IControlMessage
{
    /// <summary>The state.</summary>
    public AreaState State => Snapshot.State;
}

/// <summary>Sample of an area after a tick, which another area's measures need. It goes by way of the hosts, off the tick path.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The sending area.</param>
/// <param name="Receiver">The area that measures.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Blocks">What the receiver needs, by name.</param>
public sealed record AreaSample(int Generation, int Area, int Receiver, long Tick, StateBlock[] Blocks) : IControlMessage;

/// <summary>All that an area measured after a tick: one message for each tick at which areas measure, in the order of ticks.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Values">The values, in any order; often none.</param>
public sealed record AreaMeasures(int Generation, int Area, long Tick, Metric[] Values) : IControlMessage;

/// <summary>An area died of an error.</summary>
public sealed record AreaFailed(int Generation, string Name, string Reason) : IControlMessage;
