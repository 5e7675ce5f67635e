using System.Runtime.CompilerServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <content>Makes the ends of the area's links, and accepts frames.</content>
public sealed partial class AreaActor
{
    // Frames of another generation or shape, or from a non-neighbour, are ignored.
    private void Accept(EmissionFrame frame)
    {
        if (frame.Generation != _setup.Generation || frame.Network != _setup.Network || frame.Run != _setup.Run)
            return;
        if (ReceiverOf(frame) is not { } receiver)
            return;
        if (!receiver.IsHere)
            receiver.WireBytes += FrameCodec.SizeOf(frame);
        Take(frame, receiver);
    }

    private void Accept(FramePiece piece)
    {
        FrameHeader header = piece.Header;
        if (header.Generation != _setup.Generation || header.Network != _setup.Network || header.Run != _setup.Run)
            return;
        if (ReceiverOf(header) is not { } receiver)
            return;
        receiver.WireBytes += PieceCodec.SizeOf(piece);
        if (receiver.Assemble(piece, _tick + 1) is { } frame)
            Take(frame, receiver);
    }

    private void Take(EmissionFrame frame, LinkReceiver receiver)
    {
        Store(frame, receiver);
        Advance();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(EmissionFrame frame, LinkReceiver receiver)
    {
        long missing = receiver.Accept(frame, _tick + 1);
        _frames++;
        if (!receiver.IsHere)
            receiver.WireFrames++;
        if (missing > 0)
            receiver.Request(_setup.Generation, missing, _self);
    }

    // A loop: a closure would be allocated for every frame.
    private LinkReceiver? ReceiverOf(EmissionFrame frame)
    {
        foreach (LinkReceiver receiver in _in)
        {
            if (receiver.Takes(frame))
                return receiver;
        }

        return null;
    }

    private LinkReceiver? ReceiverOf(in FrameHeader header)
    {
        foreach (LinkReceiver receiver in _in)
        {
            if (receiver.TakesPiecesOf(header))
                return receiver;
        }

        return null;
    }

    // A source lives with its area.
    private bool IsHere(IncomingPort port) => port.IsPresented || _setup.IsHere(port.Source);

    private LinkReceiver Receiver(IncomingPort port) =>
        new(port, _area.Index, _schedule, _setup.Generation, _takesTurns, IsHere(port), _tick, _setup.PieceSize);

    private LinkSender SenderTo(OutgoingPort port)
    {
        LinkTiming timing = port.Timing;
        bool isHere = _setup.IsHere(port.Receiver);
        int pieceSize = isHere ? 0 : _setup.PieceSize;
        int fitting = FrameCut.TicksPerMessage((long)port.Parts * port.Width * sizeof(double), pieceSize);
        Outbox box = new(
            ring => new EmissionFrame(
                port.Kind, _setup.Run, _setup.Network, _setup.Generation, _area.Index, port.Width, port.Parts, ring),
            port.Parts * EmissionFrame.RoundUpToAlignment(port.Width),
            timing.Line,
            timing.Reach,
            _setup.Window.Of(timing, _takesTurns, isHere, fitting),
            _self,
            pieceSize);
        return new LinkSender(port, box);
    }
}
