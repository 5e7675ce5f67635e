using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Populations;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Point 4 of a step for the pyramidal cells: their somata, driven by dendrites and target.</summary>
/// <remarks>
/// The conductance of a target belongs to the cells of a targeted area and of a top area in every tick. In ticks
/// without a target, the other currents are scaled as if it were not there (FORMAT section 4).
/// </remarks>
internal sealed class Somata
{
    private readonly ForwardCircuit _forward;
    private readonly HiddenCircuit? _hidden;
    private readonly TargetCircuit? _target;
    private readonly double _dt;
    private readonly double _gBasal;
    private readonly double _gApical;
    private readonly double _gBasalFree;
    private readonly double _gApicalFree;
    private readonly double _gTarget;

    /// <summary>Makes the somata of an area.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="forward">Forward side of the area.</param>
    /// <param name="hidden">Its apical dendrites, or null.</param>
    /// <param name="target">Its target, or null.</param>
    public Somata(
        MicrocircuitParameters parameters, ForwardCircuit forward, HiddenCircuit? hidden, TargetCircuit? target)
    {
        (_forward, _hidden, _target) = (forward, hidden, target);
        MembraneOptions g = parameters.Cells.Membranes;
        _dt = parameters.Dt;
        (_gBasal, _gApical, _gTarget) = (g.Gbas, g.Gapi, g.Gntgt);
        // Without a target conductance both are the same.
        bool isNudged = parameters.Graph.IsNudged(forward.Index);
        double own = parameters.Leak(forward.Index), total = forward.TotalConductance;
        _gBasalFree = isNudged ? g.Gbas / own * total : g.Gbas;
        _gApicalFree = isNudged ? g.Gapi / own * total : g.Gapi;
    }

    /// <summary>Moves the somata by one step.</summary>
    public void Move()
    {
        bool isNudged = _target is { IsNudged: true };
        double[] u = _forward.Pyramidal.U, basal = _forward.Basal;
        double g = _forward.TotalConductance, gBasal = isNudged ? _gBasal : _gBasalFree;
        int size = _forward.Size;
        if (_hidden is null)
        {
            double[] voltages = _target is null ? basal : _target.Acting;
            PopulationKernels.Membrane(
                u, _dt, gBasal, basal, isNudged ? _gTarget : 0, voltages, 0, voltages, g, size);
            return;
        }

        PopulationKernels.Membrane(
            u,
            _dt,
            gBasal,
            basal,
            isNudged ? _gApical : _gApicalFree,
            _hidden.Apical,
            _hidden.IsNoisy ? 1 : 0,
            _hidden.NoiseOfSoma,
            g,
            size);
        if (isNudged)
            PopulationKernels.Combine(1, u, _dt * _gTarget, _target!.Acting, u, size);
    }
}
