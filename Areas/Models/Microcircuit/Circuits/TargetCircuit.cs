using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Part that only areas with a target have: the target that nudges the somata, and a class read-out.</summary>
public sealed class TargetCircuit
{
    private readonly ForwardCircuit _forward;
    private readonly TargetTiming _timing;

    /// <summary>Makes the target of an area, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="forward">Forward side of the area.</param>
    public TargetCircuit(MicrocircuitParameters parameters, ForwardCircuit forward)
    {
        _forward = forward;
        _timing = new TargetTiming(parameters.TargetDelay(forward.Index), forward.Size);
        Shown = Padding.Align(forward.Size);
        ReadOut = parameters.Graph.ReadOut == forward.Index
            ? new ReadOut(forward.Size, parameters.PresentationTicks)
            : null;
    }

    /// <summary>Target voltages, as shown with the input of the tick.</summary>
    public double[] Shown { get; }

    /// <summary>Target voltages that belong to what the area sees in the tick.</summary>
    public double[] Acting => _timing.Acting(Shown);

    /// <summary>Indicates whether a target nudges the area in the tick.</summary>
    public bool IsNudged { get; private set; }

    /// <summary>Class read-out; null in areas that are not read out.</summary>
    public ReadOut? ReadOut { get; }

    /// <summary>Takes what acts in a tick, before the somata move.</summary>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="presentationTick">1-based position in the presentation.</param>
    /// <param name="phaseTick">1-based position in the phase.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Show(TickFlags flags, int presentationTick, long phaseTick)
    {
        _timing.Show(Shown, flags, presentationTick, phaseTick);
        IsNudged = _timing.Nudges;
        if (_timing.IsRead)
            ReadOut?.Observe(_timing.PresentationTick, _forward.Sent, Acting);
    }

    /// <summary>|ub - y|^2 over the cells, with prospective potentials and acting target of the last tick.</summary>
    public double TargetError()
    {
        double sum = 0;
        double[] target = Acting, ub = _forward.Sent;
        for (int i = 0; i < _forward.Size; i++)
            sum += (ub[i] - target[i]) * (ub[i] - target[i]);
        return sum;
    }

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state)
    {
        state.Vector("target", _forward.Size, () => Shown);
        ReadOut?.Describe(state);
        _timing.Describe(state);
    }
}
