using Akka.Actor;

namespace PalActors.Areas.Actors;

/// <summary>Message of the watchdog to an area of the same node that has waited too long for frames.</summary>
public sealed class FramesStalled : INoSerializationVerificationNeeded
{
    /// <summary>The message.</summary>
    public static FramesStalled Instance { get; } = new();
}
