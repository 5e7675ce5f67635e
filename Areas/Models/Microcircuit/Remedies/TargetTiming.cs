using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>target_delay</c>: when target and read-out act at an area.</summary>
/// <remarks>
/// Now: with the input of the tick. Lagged: when what their input has caused arrives, the sum of the up delays later.
/// A flag acts at once in all areas; a lagged target needs besides what it acts with: a target shown as one, a
/// presentation of the same evaluation.
/// </remarks>
/// <param name="delay">Ticks from a presentation's first tick until its target acts.</param>
/// <param name="size">Neurons of the area.</param>
public sealed class TargetTiming(long delay, int size)
{
    private readonly DelayedTarget? _late = delay > 0 ? new DelayedTarget(size, checked((int)delay)) : null;

    /// <summary>Indicates whether a target nudges in the tick.</summary>
    public bool Nudges { get; private set; }

    /// <summary>Indicates whether the tick is read out.</summary>
    public bool IsRead { get; private set; }

    /// <summary>1-based position in the presentation that acts; 0 before the first.</summary>
    public int PresentationTick { get; private set; }

    /// <summary>Target voltages that act.</summary>
    /// <param name="shown">Those that are shown.</param>
    public double[] Acting(double[] shown) => _late is null ? shown : _late.Voltages;

    /// <summary>Takes what is shown in a tick, and says what acts in it.</summary>
    /// <param name="target">Target voltages.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="presentationTick">1-based position in the presentation.</param>
    /// <param name="phaseTick">1-based position in the phase.</param>
    public void Show(double[] target, TickFlags flags, int presentationTick, long phaseTick)
    {
        Nudges = (flags & TickFlags.Target) != 0;
        IsRead = (flags & TickFlags.ReadOut) != 0;
        PresentationTick = presentationTick;
        if (_late is null)
            return;
        _late.Advance(target, Nudges, presentationTick);
        Nudges &= _late.Nudges;
        IsRead &= phaseTick > delay;
        PresentationTick = _late.PresentationTick;
    }

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state) => _late?.Describe(state);
}
