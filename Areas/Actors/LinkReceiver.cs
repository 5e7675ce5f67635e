using System.Runtime.CompilerServices;
using Akka.Actor;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>Receiving end of a link: its port, its peer, and what has arrived.</summary>
/// <remarks>
/// A neighbour's emissions are in an <see cref="IncomingLink"/>, a source's presentations in a <see
/// cref="PresentationInbox"/>. The two are branches and not classes, since calls that cannot be resolved cost a tenth
/// of a small network's tick.
/// </remarks>
internal sealed class LinkReceiver
{
    private readonly IncomingLink? _link;
    private readonly PresentationInbox? _shown;
    private readonly PresentationCredits? _credits;
    private readonly FrameAssembler? _assembler;
    // Null for frames that cross no network.
    private readonly RequestPacing? _pacing;
    private readonly Schedule _schedule;
    private readonly int _area;
    // Copies of the port, which are read for every frame or tick.
    private readonly FrameKind _kind;
    private readonly int _source;
    private readonly int _width;
    private readonly int _parts;
    private readonly bool _looksAhead;

    /// <summary>Makes the receiving end of a port.</summary>
    /// <param name="port">The port.</param>
    /// <param name="area">The receiving area.</param>
    /// <param name="schedule">Schedule of the presentations.</param>
    /// <param name="generation">Generation of the receiver.</param>
    /// <param name="isFree">True if the receiver takes the newest emission that has arrived.</param>
    /// <param name="isHere">True if the sender lives on this node.</param>
    /// <param name="completed">The last complete tick.</param>
    /// <param name="pieceSize">Bytes of values in a message from another node at most; 0 for any number.</param>
    public LinkReceiver(
        IncomingPort port, int area, Schedule schedule, int generation, bool isFree, bool isHere, long completed,
        int pieceSize)
    {
        Port = port;
        (_kind, _source, _width, _parts) = (port.Kind, port.Source, port.Width, port.Parts);
        _looksAhead = port.LooksAhead;
        _schedule = schedule;
        IsHere = isHere;
        _area = area;
        _link = port.IsPresented ? null : new IncomingLink(port.Timing, port.Jitter, isFree, port.NeedsAll, completed);
        _shown = port.IsPresented ? new PresentationInbox() : null;
        _credits = port.IsPresented ? new PresentationCredits(generation) : null;
        FrameCut cut = new(port.Width, port.Parts, isHere ? 0 : pieceSize);
        int most = port.IsPresented
            ? SourceActor.Ahead
            : EmissionFrame.RoundUpToPowerOfTwo(port.Timing.Reach);
        _pacing = isHere ? null
            : new RequestPacing(cut.Count > 1 ? RequestPacing.OfPieces : RequestPacing.OfWhole);
        _assembler = cut.Count > 1 ? new FrameAssembler(cut, most, _pacing!) : null;
    }

    /// <summary>The port.</summary>
    public IncomingPort Port { get; }

    /// <summary>True if the sender lives on this node.</summary>
    public bool IsHere { get; }

    /// <summary>The sender, once it is known.</summary>
    public IActorRef Peer { get; set; } = ActorRefs.Nobody;

    /// <summary>Requests that were sent to the peer.</summary>
    public long Requests { get; private set; }

    /// <summary>Frames that came from another node.</summary>
    public long WireFrames { get; set; }

    /// <summary>Bytes of these.</summary>
    public long WireBytes { get; set; }

    /// <summary>Emission or presentation that a tick uses, once it is chosen.</summary>
    public Arrival Arrival => _link is not null ? _link : _shown!;

    /// <summary>Checks whether a frame of this area's run is one of this link.</summary>
    public bool Takes(EmissionFrame frame)
    {
        bool fits = frame.Kind == _kind && frame.Source == _source && frame.Width == _width && frame.Parts == _parts;
        // A presentation that claims the ticks of others would hide theirs.
        return fits && (_shown is null || _schedule.IsPresentation(frame.FirstTick, frame.TickCount));
    }

    /// <summary>Checks whether a frame of this area's run comes over this link, and in pieces.</summary>
    public bool TakesPiecesOf(in FrameHeader frame) =>
        _assembler is not null
        && (frame.Kind, frame.Source, frame.Width, frame.Parts) == (_kind, _source, _width, _parts)
        && (_shown is null || _schedule.IsPresentation(frame.FirstTick, frame.TickCount));

    /// <summary>Takes a piece of a frame that <see cref="TakesPiecesOf"/> accepts.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="awaited">The tick that is to be integrated next.</param>
    /// <returns>The frame if the piece completes it; else null.</returns>
    public EmissionFrame? Assemble(FramePiece piece, long awaited)
    {
        if (Lacks(piece.Header, awaited))
            return _assembler!.Accept(piece, _link?.Next ?? awaited);
        // Late copies: the link is busy, not silent.
        _pacing!.Heard(isRepeated: false);
        return null;
    }

    /// <summary>Takes a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="awaited">The tick that is to be integrated next.</param>
    /// <returns>The first missing tick if the frame shows that earlier ones are missing; else 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Accept(EmissionFrame frame, long awaited)
    {
        // The assembler has noted the pieces of this frame.
        if (_pacing is not null && _assembler is null)
        {
            _pacing.Heard(isRepeated: false);
            if (Lacks(frame.Header, awaited))
                _pacing.Completed();
        }

        if (_link is not null)
            return _link.Accept(frame);
        _shown!.Accept(frame, awaited);
        return 0;
    }

    /// <summary>Finds the emission or presentation that a tick uses.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="ahead">Number of later emissions that must be here, too.</param>
    /// <returns>True if all are here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Choose(long tick, int ahead) =>
        _link is not null ? _link.Choose(tick, _looksAhead ? ahead : 0) : _shown!.Choose(tick);

    /// <summary>Staleness up to the largest that occurred; null where none is measured.</summary>
    public LinkStaleness? Measured()
    {
        long[] ticks = _link?.Staleness ?? [];
        int last = Array.FindLastIndex(ticks, count => count > 0);
        return last < 0 ? null : new LinkStaleness(_area, Direction, ticks[..(last + 1)]);
    }

    /// <summary>Traffic from another node; null for a link within this one.</summary>
    public LinkTraffic? Traffic() =>
        IsHere ? null : new LinkTraffic(_source, _area, Direction, WireFrames, WireBytes);

    /// <summary>Releases what no later tick can use; of links between areas only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Complete(long tick) => _link!.Complete(tick);

    /// <summary>Releases a presentation that ends with a tick, and sends credit for it.</summary>
    public void EndPresentation(long tick, IActorRef self)
    {
        if (_shown is null)
            return;
        _shown.Release(tick);
        Peer.Tell(_credits!.Through(tick), self);
    }

    /// <summary>Asks the peer for the first frame that a waiting tick lacks, if any.</summary>
    public void RequestFor(int generation, long tick, int ahead, IActorRef self)
    {
        long missing = _link?.Lacked(tick, _looksAhead ? ahead : 0) ?? (_shown!.Find(tick) is null ? tick : 0);
        if (missing > 0 && _pacing?.IsDue() != false)
            Request(generation, missing, self);
    }

    /// <summary>Asks the peer for the frames of a tick and of later ones.</summary>
    public void Request(int generation, long missing, IActorRef self)
    {
        Requests++;
        Peer.Tell(new FrameRequest(generation, _kind, _area, missing), self);
    }

    private string Direction => _kind == FrameKind.Up ? "up" : "down";

    private bool Lacks(in FrameHeader header, long awaited) =>
        _link?.Lacks(header.FirstTick) ?? (header.LastTick >= awaited && _shown!.Lacks(header.FirstTick));
}
