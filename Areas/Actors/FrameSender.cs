using System.Runtime.CompilerServices;
using Akka.Actor;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Sends the frames of a link: whole, or in pieces where they are too large for a message.</summary>
/// <remarks>
/// Frames and pieces are views of the owner's buffers and are reused with them: the proof that a receiver has used a
/// frame proves that its pieces, or copies sent after them, have come (P5, P13 of docs/protocol.md).
/// </remarks>
/// <param name="owner">The sender.</param>
/// <param name="cut">Cuts of the link's frames.</param>
internal sealed class FrameSender(IActorRef owner, FrameCut cut)
{
    private readonly Dictionary<EmissionFrame, FramePiece[]> _pieces = [];
    private IActorRef _receiver = ActorRefs.Nobody;
    private HandOver? _direct;

    /// <summary>Sets the receiver.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="direct">Way to it if it shares the owner's lane.</param>
    public void ConnectTo(IActorRef receiver, HandOver? direct = null) => (_receiver, _direct) = (receiver, direct);

    /// <summary>Sends one of the owner's few frames.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(EmissionFrame frame)
    {
        if (_direct is not null)
        {
            _direct.Send(frame);
            return;
        }

        if (cut.Count == 1)
        {
            _receiver.Tell(frame, owner);
            return;
        }

        if (!_pieces.TryGetValue(frame, out FramePiece[]? pieces))
            _pieces.Add(frame, pieces = Cut(frame));
        foreach (FramePiece piece in pieces)
        {
            piece.Follow(frame);
            _receiver.Tell(piece, owner);
        }
    }

    /// <summary>Sends a copy of a frame that may be overwritten while it travels.</summary>
    public void SendCopy(EmissionFrame frame)
    {
        EmissionFrame copy = frame.Copy();
        if (cut.Count == 1)
        {
            _receiver.Tell(copy, owner);
            return;
        }

        foreach (FramePiece piece in Cut(copy))
            _receiver.Tell(piece, owner);
    }

    private FramePiece[] Cut(EmissionFrame frame)
    {
        FramePiece[] pieces = new FramePiece[cut.Count];
        for (int i = 0; i < pieces.Length; i++)
            pieces[i] = new FramePiece(frame, cut.First(i), cut.Length(i));
        return pieces;
    }
}
