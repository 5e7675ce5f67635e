namespace PalActors.Messages.Control;

/// <summary>
/// A piece of a control message between a clock and a host, or between two hosts of a network. Pieces are numbered; the receiver acknowledges what came in order, and the sender
/// says again what was not acknowledged: so nothing is lost while both ends live, whatever becomes of connections, and no message is larger than a frame of the transport.
/// </summary>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="From">The sender: number of its node, or <see cref="Clock"/>.</param>
/// <param name="Sequence">Number of the piece, from 1.</param>
/// <param name="Remaining">Pieces of the same message that follow.</param>
/// <param name="Payload">Bytes of the message.</param>
public sealed record LinkPart(int Network, int Generation, int From, long Sequence, int Remaining, byte[] Payload) : IControlMessage
{
    /// <summary>Number of the clock as a sender.</summary>
    public const int Clock = -1;
}

/// <summary>Everything up to a number has arrived.</summary>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="From">Who acknowledges: number of its node, or <see cref="LinkPart.Clock"/>.</param>
/// <param name="Sequence">The number.</param>
public sealed record LinkAcknowledged(int Network, int Generation, int From, long Sequence) : IControlMessage;

/// <summary>
/// A block of the state that the next <see cref="StateCaptured"/> or <see cref="RestoreArea"/> on the same link belongs to: states travel block by block, so that no message holds a
/// whole one.
/// </summary>
/// <param name="Emitted">Whether it is a delay line.</param>
/// <param name="Block">The block.</param>
public sealed record CarriedBlock(bool Emitted, StateBlock Block) : IControlMessage;
