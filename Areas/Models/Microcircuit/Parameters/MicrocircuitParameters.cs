using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Options of a network of microcircuits, bound and checked: sizes, time, cells and links.</summary>
public sealed record MicrocircuitParameters
{
    /// <summary>Binds the options for a network.</summary>
    /// <param name="graph">Areas and pathways.</param>
    /// <param name="options">Options of the plan.</param>
    /// <exception cref="ParameterException">Anything invalid, by name.</exception>
    public MicrocircuitParameters(AreaGraph graph, IEnumerable<PlanOption> options)
    {
        LayerCheck.Check(graph);
        Graph = graph;
        PlanOption[] all = [.. options];
        MicrocircuitTable.Table.Check(all);
        Values = new ParameterReader(MicrocircuitTable.Table, all, graph);
        Step = new StepOptions(all);
        Cells = new CellOptions(graph, all, Dt);
        if (Cells.Generator == RandomGenerators.NumpyLegacy && !graph.IsChainShaped)
        {
            throw new ParameterException(
                "generator",
                $"generator is '{Cells.Generator}', whose stream goes from area to area of a chain; "
                + $"with such areas valid is {RandomGenerators.Counter}.");
        }

        Links = new LinkOptions(graph, all, Dt);
        // Besides a potential: what comes along other pathways, under BP a factor, and where delays vary what it
        // belongs to.
        Links.Check(partsDown: graph.IsChain ? 3 : 4);
        foreach (MicrocircuitRemedy remedy in RemedyTable.Remedies.Acting(Cells.Remedies))
            remedy.Check(Delayed);
    }

    /// <summary>Binds the options of a plan, those of later epochs and perturbations included.</summary>
    /// <exception cref="ParameterException">Anything invalid, by name.</exception>
    public static MicrocircuitParameters Of(NetworkPlan plan)
    {
        (long FirstTick, MicrocircuitParameters Parameters)[] all =
        [
            .. VaryingOptions.Of(plan).Select(one =>
                (one.FirstTick, new MicrocircuitParameters(plan.Graph, one.Options))),
        ];
        return all[0].Parameters with
        {
            Later = all[1..],
            Perturbations = new NetworkPerturbations(plan.Perturbations),
        };
    }

    /// <summary>Areas and pathways.</summary>
    public AreaGraph Graph { get; }

    /// <summary>Values by name, for rules with parameters of their own.</summary>
    public ParameterReader Values { get; }

    /// <summary>Euler step and presentation.</summary>
    public StepOptions Step { get; }

    /// <summary>Cells.</summary>
    public CellOptions Cells { get; init; }

    /// <summary>Links between areas.</summary>
    public LinkOptions Links { get; }

    /// <summary>Lesions and frozen rules.</summary>
    public NetworkPerturbations Perturbations { get; init; } = NetworkPerturbations.None;

    /// <summary>Parameters of later ticks, where some vary, by their first tick.</summary>
    public IReadOnlyList<(long FirstTick, MicrocircuitParameters Parameters)> Later { get; init; } = [];

    /// <summary>The network as remedies against delays see it.</summary>
    internal RemedyNetwork Delayed => new(Graph, Links, Dt, Cells.Remedies);

    /// <summary>Euler step, ms.</summary>
    public double Dt => Step.Dt;

    /// <summary>Duration of a presentation, ms.</summary>
    public double Tpres => Step.Tpres;

    /// <summary>Ticks in a presentation, Tpres/dt.</summary>
    public int PresentationTicks => Step.PresentationTicks;

    /// <summary>Ticks from a presentation's first tick until the target of an area acts.</summary>
    /// <remarks>If it is aligned, what its input needs to that area, the sum of the up delays; else 0.</remarks>
    public long TargetDelay(int area) => TargetTiming.DelayOf(Delayed, area);

    /// <summary>G of an area, 1/ms: conductances of the soma without that of a target.</summary>
    /// <remarks>gl + gbas, and gapi where there are areas above (FORMAT section 2).</remarks>
    public double Leak(int area)
    {
        MembraneOptions g = Cells.Membranes;
        return g.Gl + g.Gbas + (Graph.IsTop(area) ? 0 : g.Gapi);
    }

    /// <summary>All conductances of the soma, 1/ms; that of a target counts with or without one in the tick.</summary>
    public double TotalConductance(int area) =>
        Leak(area) + (Graph.IsNudged(area) ? Cells.Membranes.Gntgt : 0);

    /// <summary>c of an area, the factor from basal to somatic potential: gbas / G.</summary>
    public double BasalGain(int area) => Cells.Membranes.Gbas / Leak(area);
}
