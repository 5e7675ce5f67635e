using PalActors.Areas.Contract.Links;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract;

/// <summary>End of a link at its receiver.</summary>
/// <param name="Kind">Kind of its frames.</param>
/// <param name="Source">Number of the sender: an area, an input area, the area itself for its target.</param>
/// <param name="Width">Values per part and tick.</param>
/// <param name="Parts">Parts per tick.</param>
public sealed record IncomingPort(FrameKind Kind, int Source, int Width, int Parts)
{
    /// <summary>Delay and slack, seen from the sender; none for a source.</summary>
    public LinkTiming Timing { get; init; }

    /// <summary>Variation of the delay in lockstep; null if it does not vary.</summary>
    public ILinkJitter? Jitter { get; init; }

    /// <summary>True where an area may need emissions after the chosen one, <see cref="IArea.Lookahead"/>.</summary>
    public bool LooksAhead { get; init; }

    /// <summary>True if no emission may be skipped: one is used only when all before it have arrived.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>True if the next emission settles a tick: <see cref="IArea.Settle"/>.</summary>
    public bool Settles { get; init; }

    /// <summary>Name of the sender.</summary>
    /// <param name="receiver">The area that has the port.</param>
    public Endpoint SenderTo(int receiver) => Kind switch
    {
        FrameKind.Stimulus => new Endpoint(EndpointKind.Stimulus, Source, receiver),
        FrameKind.Target => new Endpoint(EndpointKind.Target, Source),
        _ => Endpoint.Of(Source),
    };

    /// <summary>True if a source sends it, one frame per presentation.</summary>
    public bool IsPresented => Kind is FrameKind.Stimulus or FrameKind.Target;
}
