using Akka.Actor;

namespace PalActors.Clustering.Wire;

/// <summary>Stands for a payload that is refused; Akka drops it before it reaches an actor.</summary>
/// <remarks>
/// In untrusted mode it drops whatever is possibly harmful. An exception in its place would break the connection where
/// Akka delivers reliably, and cost lines of log.
/// </remarks>
internal sealed class RefusedPayload : IPossiblyHarmful
{
    private RefusedPayload()
    {
    }

    /// <summary>The only one.</summary>
    public static RefusedPayload Instance { get; } = new();
}
