namespace PalActors.Messages.Control;

/// <summary>What an area needs to go on after a tick: its own state, and what its neighbours may still ask of it.</summary>
/// <param name="State">The state after <see cref="AreaState.Tick"/>.</param>
/// <param name="Emitted">
/// The area's own emissions of the last d + j_max ticks, since delay lines lie on the sender's side: blocks named <c>up</c> and <c>down</c>, one row per tick, ticks ascending and
/// ending with the state's. Empty where there is no delay.
/// </param>
public sealed record AreaSnapshot(AreaState State, StateBlock[] Emitted)
{
    /// <summary>The first value that is not finite, of the state or of the emissions; null if all are.</summary>
    public NonFinite? FirstNonFinite() =>
        State.FirstNonFinite() ?? (State with { Blocks = Emitted }).FirstNonFinite();

    /// <summary>Whether both have the same state and the same emissions with the same bits.</summary>
    public bool SameBits(AreaSnapshot other) =>
        State.SameBits(other.State) && (State with { Blocks = Emitted }).SameBits(other.State with { Blocks = other.Emitted });
}
