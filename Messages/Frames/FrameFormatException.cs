namespace PalActors.Messages.Frames;

/// <summary>Bytes that are not a valid frame.</summary>
public sealed class FrameFormatException(string message) : FormatException(message);
