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
        long missing = receiver.Accept(frame, _tick + 1);
        _frames++;
        if (!receiver.IsHere)
        {
            _wireFrames++;
            _wireBytes += FrameCodec.SizeOf(frame);
        }

        if (missing > 0)
            receiver.Request(_setup.Generation, missing, Self);
        Advance();
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

    // A target lives with its area.
    private bool IsHere(IncomingPort port) => port.Source == _area.Index || _setup.IsHere(port.Source);

    private LinkReceiver Receiver(IncomingPort port) =>
        new(port, _area.Index, _schedule, _setup.Generation, _takesTurns, IsHere(port), _tick);

    private LinkSender SenderTo(OutgoingPort port)
    {
        LinkTiming timing = port.Timing;
        Outbox box = new(
            ring => new EmissionFrame(
                port.Kind, _setup.Run, _setup.Network, _setup.Generation, _area.Index, port.Width, port.Parts, ring),
            port.Parts * EmissionFrame.RoundUpToAlignment(port.Width),
            timing.Line,
            timing.Reach,
            _setup.Window.Of(timing, _takesTurns, _setup.IsHere(port.Receiver)),
            Self);
        return new LinkSender(port, box);
    }
}
