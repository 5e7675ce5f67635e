using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <summary>Input of an area in one tick, from its neighbours and the schedule.</summary>
/// <remarks>Spans are padded to whole vectors.</remarks>
public readonly ref struct TickInput
{
    /// <summary>Rates of the area below (its tick t - d_up), or the input rates.</summary>
    public required ReadOnlySpan<double> RateBelow { get; init; }

    /// <summary>Tick in which the area below emitted <see cref="RateBelow"/>; 0 is the state before tick 1.</summary>
    public long RateBelowEmission { get; init; }

    /// <summary>Indicates whether <see cref="RateBelow"/> are the values of the previous tick too.</summary>
    public bool RateBelowHeld { get; init; }

    /// <summary>Prospective potentials of the area above (its tick t - d_down); empty at the top.</summary>
    public ReadOnlySpan<double> ProspectiveAbove { get; init; }

    /// <summary>Updates of W above, under BP.</summary>
    public TransportedInput Transported { get; init; }

    /// <summary>Flags of what acts in this tick.</summary>
    public required TickFlags Flags { get; init; }

    /// <summary>1-based position of the tick in its presentation.</summary>
    public int PresentationTick { get; init; }

    /// <summary>1-based position of the tick in its phase.</summary>
    public long PhaseTick { get; init; }
}
