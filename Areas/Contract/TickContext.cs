using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract;

/// <summary>A tick and its place in the schedule.</summary>
/// <param name="Tick">The tick, 1 or more.</param>
/// <param name="Flags">Actions of the tick.</param>
/// <param name="PresentationTick">1-based position in its presentation.</param>
/// <param name="PhaseTick">1-based position in its phase.</param>
public readonly record struct TickContext(long Tick, TickFlags Flags, int PresentationTick, long PhaseTick)
{
    /// <summary>True if a presentation begins.</summary>
    public bool StartsPresentation => PresentationTick == 1;
}
