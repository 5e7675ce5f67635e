using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract;

/// <summary>End of a link at its sender.</summary>
/// <param name="Kind">Kind of its frames.</param>
/// <param name="Receiver">Index of the receiving area.</param>
/// <param name="Width">Values per part and tick.</param>
/// <param name="Parts">Parts per tick.</param>
/// <param name="Timing">Delay and slack, seen from the sender.</param>
public sealed record OutgoingPort(FrameKind Kind, int Receiver, int Width, int Parts, LinkTiming Timing)
{
    /// <summary>True if the receiver settles a tick by the next emission, <see cref="IncomingPort.Settles"/>.</summary>
    /// <remarks>One emission beyond the horizon, and beyond the last tick, is then sent.</remarks>
    public bool Settles { get; init; }
}
