namespace PalActors.Messages.Control;

/// <summary>A piece of a control message between a clock and a host, or between two hosts of a network.</summary>
/// <remarks>
/// Pieces are numbered. The receiver acknowledges pieces that came in order, and the sender repeats those that were not
/// acknowledged. So no message is lost while both ends live, even if connections break, and none is larger than a frame
/// of the transport.
/// </remarks>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="From">The sender: number of its node, or <see cref="Clock"/>.</param>
/// <param name="Sequence">Number of the piece, from 1.</param>
/// <param name="Remaining">Pieces of the same message that follow.</param>
/// <param name="Payload">Bytes of the message.</param>
public sealed record LinkPart(int Network, int Generation, int From, long Sequence, int Remaining, byte[] Payload)
    : IControlMessage
{
    /// <summary>Number of the clock as a sender.</summary>
    public const int Clock = -1;
}

/// <summary>Acknowledges all pieces up to a number.</summary>
/// <param name="Network">The network.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="From">Sender of the acknowledgement: number of its node, or <see cref="LinkPart.Clock"/>.</param>
/// <param name="Sequence">The number.</param>
public sealed record LinkAcknowledged(int Network, int Generation, int From, long Sequence) : IControlMessage;

/// <summary>A block of a state, or a part of one, sent ahead of the message that the state belongs to.</summary>
/// <remarks>
/// That is the next <see cref="StateCaptured"/>, <see cref="RestoreArea"/> or <see cref="AreaSample"/> on the same
/// link. So no message holds more than some values of a state.
/// </remarks>
/// <param name="Emitted">True for a delay line.</param>
/// <param name="Block">Name and shape of the whole block, and values of it.</param>
/// <param name="Offset">Index in the whole block of the first of these values; 0 begins a block.</param>
public sealed record CarriedBlock(bool Emitted, StateBlock Block, int Offset) : IControlMessage
{
    /// <summary>Most values in a message: with their names and shapes they fit into a piece.</summary>
    public const int MostValues = 8000;
}
