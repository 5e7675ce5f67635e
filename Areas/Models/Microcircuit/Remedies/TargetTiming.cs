using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedy <c>target_delay</c>: when target and read-out act at an area.</summary>
/// <remarks>
/// Now: with the input of the tick. Lagged: when what their input has caused arrives, the sum of the up delays later.
/// A flag acts at once in all areas; a lagged target needs besides what it acts with: a target shown as one, a
/// presentation of the same evaluation.
/// </remarks>
/// <param name="delay">Ticks from a presentation's first tick until its target acts.</param>
/// <param name="size">Neurons of the area.</param>
internal sealed class TargetTiming(long delay, int size)
{
    private readonly DelayedTarget? _late = delay > 0 ? new DelayedTarget(size, checked((int)delay)) : null;

    /// <summary>Its row in <see cref="RemedyTable"/>; studies have an axis for it alone.</summary>
    public static MicrocircuitRemedy Row { get; } = new("target_delay", new RemedySetting("target_delay", "aligned"))
    {
        Parameters = new(
        [
            new(
                "target_delay", Word, Network, "",
                "when target and read-out act at the top: with the input, or later by the sum of delay_up",
                "immediate", ["immediate", "aligned"]),
        ]),
        Blocks = new Dictionary<string, string> { ["target_past"] = "earlier targets" },
        IsStudied = false,
        Check = network => TargetDelays.Check(network.Graph, network.Links),
    };

    /// <summary>Ticks from a presentation's first tick until the target of an area acts.</summary>
    /// <param name="network">The network.</param>
    /// <param name="area">An area with a target.</param>
    /// <exception cref="ParameterException">Inputs reach it by ways of different length.</exception>
    public static long DelayOf(RemedyNetwork network, int area) =>
        Row.Acts(network.Values) ? TargetDelays.To(network.Graph, network.Links, area) : 0;

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
