using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract;

/// <summary>Measures that are due after a tick.</summary>
/// <param name="Network">Network of the run.</param>
/// <param name="Tick">The tick that was just completed.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="IsRecord">True if it is a multiple of the schedule's interval of records.</param>
/// <param name="IsBoundary">True if it is a coarse boundary.</param>
public readonly record struct MeasureContext(int Network, long Tick, Phase Phase, bool IsRecord, bool IsBoundary)
{
    /// <summary>True if alignment is measured, which takes samples of neighbours.</summary>
    public bool IsAlignment => IsRecord || (EndsPhase && Phase.RecordAlignment);

    /// <summary>True if it is the last tick of its phase.</summary>
    public bool EndsPhase => Tick == Phase.LastTick;
}
