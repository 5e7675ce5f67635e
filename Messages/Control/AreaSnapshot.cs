namespace PalActors.Messages.Control;

/// <summary>Snapshot of an area after a tick: its state, and emissions that its neighbours may still ask for.</summary>
/// <param name="State">The state after <see cref="AreaState.Tick"/>.</param>
/// <param name="Emitted">
/// The area's own emissions of the last d + slack ticks, since delay lines lie on the sender's side: blocks named by
/// direction and receiver, for instance <c>up-2</c>, one row per tick, ticks ascending and ending with the state's.
/// Empty where there is no delay. After an evaluation also its counts, the block <see cref="DecisionCounts.Block"/>.
/// </param>
public sealed record AreaSnapshot(AreaState State, StateBlock[] Emitted)
{
    /// <summary>Counts of the last evaluation; null in areas that are not read out, and before the first.</summary>
    public StateBlock? Decisions => Array.Find(Emitted, block => block.Name == DecisionCounts.Block);

    /// <summary>Finds the first value of state or emissions that is not finite; null if all are.</summary>
    public NonFinite? FirstNonFinite() =>
        State.FirstNonFinite() ?? (State with { Blocks = Emitted }).FirstNonFinite();

    /// <summary>Checks whether both have the same state and the same emissions with the same bits.</summary>
    public bool SameBits(AreaSnapshot other) =>
        State.SameBits(other.State)
        && (State with { Blocks = Emitted }).SameBits(other.State with { Blocks = other.Emitted });
}
