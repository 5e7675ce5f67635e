using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Part that only the top area has: a target that nudges the somata, and a class read-out.</summary>
public sealed class TopCircuit
{
    private readonly ForwardCircuit _forward;
    private readonly TargetTiming _timing;
    private readonly double _dt;
    private readonly double _gBasal;
    private readonly double _gBasalFree;
    private readonly double _gTarget;

    /// <summary>Makes the top of a network, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="forward">Forward side of the top area.</param>
    public TopCircuit(MicrocircuitParameters parameters, ForwardCircuit forward)
    {
        _forward = forward;
        _dt = parameters.Dt;
        MembraneOptions g = parameters.Cells.Membranes;
        _gBasal = g.Gbas;
        _gBasalFree = g.Gbas / (g.Gl + g.Gbas) * forward.TotalConductance;
        _gTarget = g.Gntgt;
        _timing = new TargetTiming(parameters, forward.Size);
        Target = Padding.Align(forward.Size);
        ReadOut = new ReadOut(forward.Size, parameters.PresentationTicks);
    }

    /// <summary>Target voltages, as shown with the input of the tick.</summary>
    public double[] Target { get; }

    /// <summary>Target voltages that belong to what the area sees in the tick.</summary>
    public double[] ActingTarget => _timing.Acting(Target);

    /// <summary>Indicates whether a target nudged the area in the last tick.</summary>
    public bool IsNudged { get; private set; }

    /// <summary>Class read-out.</summary>
    public ReadOut ReadOut { get; }

    /// <summary>Point 4 of a step, and the read-out.</summary>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="presentationTick">1-based position in the presentation.</param>
    /// <param name="phaseTick">1-based position in the phase.</param>
    public void Integrate(TickFlags flags, int presentationTick, long phaseTick)
    {
        _timing.Show(Target, flags, presentationTick, phaseTick);
        IsNudged = _timing.Nudges;
        ProspectivePopulation cells = _forward.Pyramidal;
        double[] target = ActingTarget;
        PopulationKernels.Membrane(
            cells.U,
            _dt,
            IsNudged ? _gBasal : _gBasalFree,
            _forward.Basal,
            IsNudged ? _gTarget : 0,
            target,
            0,
            target,
            _forward.TotalConductance,
            _forward.Size);
        if (_timing.IsRead)
            ReadOut.Observe(_timing.PresentationTick, cells.Prospective, target);
    }

    /// <summary>|ub - y|^2 over the cells, with prospective potentials and acting target of the last tick.</summary>
    public double TargetError()
    {
        double sum = 0;
        double[] target = ActingTarget, ub = _forward.Pyramidal.Prospective;
        for (int i = 0; i < _forward.Size; i++)
            sum += (ub[i] - target[i]) * (ub[i] - target[i]);
        return sum;
    }

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state)
    {
        state.Vector("target", _forward.Size, () => Target);
        ReadOut.Describe(state);
        _timing.Describe(state);
    }
}
