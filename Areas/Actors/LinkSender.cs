using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Sending end of a link.</summary>
/// <param name="Port">The port.</param>
/// <param name="Box">Emissions that are retained for the receiver.</param>
internal sealed record LinkSender(OutgoingPort Port, Outbox Box)
{
    /// <summary>Name of the link's delay line in a snapshot, for instance <c>up-2</c>.</summary>
    public string Line { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{(Port.Kind == FrameKind.Up ? "up" : "down")}-{Port.Receiver}");

    /// <summary>Checks whether a request is for frames of this link.</summary>
    public bool IsTo(FrameRequest request) => Port.Kind == request.Kind && Port.Receiver == request.Receiver;
}
