using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Options of a network of microcircuits, bound and checked: sizes, time, cells and links.</summary>
public sealed record MicrocircuitParameters
{
    /// <summary>Binds the options for a network of these sizes.</summary>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <param name="options">Options of the plan.</param>
    /// <exception cref="ParameterException">Anything invalid, by name.</exception>
    public MicrocircuitParameters(int[] layers, IEnumerable<PlanOption> options)
    {
        LayerCheck.Check(layers);
        Layers = layers;
        PlanOption[] all = [.. options];
        MicrocircuitTable.Table.Check(all);
        Step = new StepOptions(layers, all);
        Cells = new CellOptions(layers, all, Dt);
        Links = new LinkOptions(layers, all, Dt);
        // Under BP a factor travels with each potential, and where delays vary what it belongs to.
        Links.Check(layers, partsDown: 3);
    }

    /// <summary>Neurons per area, input first.</summary>
    public int[] Layers { get; }

    /// <summary>Index of the top area, L.</summary>
    public int Top => Layers.Length - 1;

    /// <summary>Euler step and presentation.</summary>
    public StepOptions Step { get; }

    /// <summary>Cells.</summary>
    public CellOptions Cells { get; init; }

    /// <summary>Links between areas.</summary>
    public LinkOptions Links { get; }

    /// <summary>Euler step, ms.</summary>
    public double Dt => Step.Dt;

    /// <summary>Duration of a presentation, ms.</summary>
    public double Tpres => Step.Tpres;

    /// <summary>Ticks in a presentation, Tpres/dt.</summary>
    public int PresentationTicks => Step.PresentationTicks;

    /// <summary>Ticks from a presentation's first tick until its target acts.</summary>
    /// <remarks>If it is aligned, what its input needs to the top, the sum of the up delays; else 0.</remarks>
    public long TargetDelay => Cells.Remedies.AlignedTarget ? Links.DelayUp.Values.Sum(delay => (long)delay) : 0;

    /// <summary>Neurons of the area below an area (1 to the top).</summary>
    public int SizeBelow(int area) => Layers[area - 1];

    /// <summary>Neurons of the area above a hidden area.</summary>
    public int SizeAbove(int hidden) => Layers[hidden + 1];

    /// <summary>cP of an area, the factor from basal to somatic potential: gbas / (gl + gbas + gapi).</summary>
    /// <remarks>The top area has no apical compartment (FORMAT section 2).</remarks>
    public double BasalGain(int area)
    {
        MembraneOptions g = Cells.Membranes;
        return g.Gbas / (g.Gl + g.Gbas + (area == Top ? 0 : g.Gapi));
    }
}
