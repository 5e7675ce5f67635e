namespace PalActors.Messages.Control;

/// <summary>Asks the sender of a link for the frame of a tick and for later ones.</summary>
/// <remarks>The sender retains what a neighbour may still ask for.</remarks>
/// <param name="Generation">Generation of the receiver.</param>
/// <param name="Kind">Kind of the missing frame.</param>
/// <param name="Receiver">The area that lacks it.</param>
/// <param name="Tick">First missing tick.</param>
public sealed record FrameRequest(int Generation, Frames.FrameKind Kind, int Receiver, long Tick) : IControlMessage;
