using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract;

/// <summary>What the schedule says of a tick.</summary>
/// <param name="Tick">The tick, 1 or more.</param>
/// <param name="Flags">What acts in it.</param>
/// <param name="PresentationTick">1-based position in its presentation.</param>
/// <param name="PhaseTick">1-based position in its phase.</param>
public readonly record struct TickContext(long Tick, TickFlags Flags, int PresentationTick, long PhaseTick)
{
    /// <summary>Whether a presentation begins.</summary>
    public bool StartsPresentation => PresentationTick == 1;
}
