using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

/// <summary>What an area gets from its neighbours and the schedule for one tick. Spans are padded to whole vectors.</summary>
public readonly ref struct TickInput
{
    /// <summary>Rates of the area below (its tick t - d_up), or the input rates.</summary>
    public required ReadOnlySpan<double> RateBelow { get; init; }

    /// <summary>The tick in which the area below emitted <see cref="RateBelow"/>; 0 is the state before tick 1. Under BP, where delays vary, the area below is told of it.</summary>
    public long RateBelowEmission { get; init; }

    /// <summary>Whether <see cref="RateBelow"/> are the values of the previous tick too, so that they need not be copied.</summary>
    public bool RateBelowHeld { get; init; }

    /// <summary>Prospective potentials of the area above (its tick t - d_down); empty at the top.</summary>
    public ReadOnlySpan<double> ProspectiveAbove { get; init; }

    /// <summary>Factors of the update of W that the area above made one tick before (BP); else empty.</summary>
    public ReadOnlySpan<double> FactorsAbove { get; init; }

    /// <summary>Whether W of the area above changed in the tick that <see cref="FactorsAbove"/> belong to.</summary>
    public bool AboveLearned { get; init; }

    /// <summary>
    /// Under BP where delays vary, in place of <see cref="FactorsAbove"/> and <see cref="AboveLearned"/>: all updates of W of the area above up to the emission that is used, except those of earlier ticks.
    /// </summary>
    public TransportedUpdates? UpdatesAbove { get; init; }

    /// <summary>What acts in this tick.</summary>
    public required TickFlags Flags { get; init; }

    /// <summary>1-based position of the tick in its presentation.</summary>
    public int PresentationTick { get; init; }

    /// <summary>1-based position of the tick in its phase.</summary>
    public long PhaseTick { get; init; }
}
