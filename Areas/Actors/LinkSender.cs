using PalActors.Areas.Contract;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Sending end of a link.</summary>
/// <param name="Port">The port.</param>
/// <param name="Box">What was emitted and is retained.</param>
internal sealed record LinkSender(OutgoingPort Port, Outbox Box)
{
    /// <summary>Name of the link's delay line in a snapshot.</summary>
    public string Line => Port.Kind == FrameKind.Up ? "up" : "down";
}
