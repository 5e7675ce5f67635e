namespace PalActors.Messages.Control;

/// <summary>Credit for a source: its consumer has used all presentations up to and including a tick.</summary>
/// <remarks>
/// Idempotent. The consumer reuses two of these in turn, which is safe: it can have used presentation k + 2 only if the
/// source had sent it, and so had read the credit of presentation k.
/// </remarks>
/// <param name="generation">Generation of the consumer.</param>
public sealed class PresentationsUsed(int generation) : IControlMessage
{
    /// <summary>Generation of the consumer.</summary>
    public int Generation { get; } = generation;

    /// <summary>Last tick of the last used presentation.</summary>
    public long ThroughTick { get; set; }
}
