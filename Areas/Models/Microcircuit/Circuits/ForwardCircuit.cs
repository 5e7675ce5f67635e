using PalActors.Areas.Contract.Links;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Part that all areas have: pyramidal cells, basal dendrites, and the synapses W onto these.</summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed partial class ForwardCircuit
{
    private readonly MicrocircuitParameters _parameters;
    private readonly PlasticProjection _w;
    private readonly ForwardInput _input;
    private readonly IForwardRule _rule;

    /// <summary>Makes the forward side of an area, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="index">1 to the top.</param>
    /// <param name="rule">Rule of W.</param>
    /// <param name="split">Whether passes are split over cores, or null: they are not.</param>
    public ForwardCircuit(MicrocircuitParameters parameters, int index, IForwardRule rule, RowSplit? split)
    {
        _parameters = parameters;
        _rule = rule;
        Index = index;
        Size = parameters.Layers[index];
        SizeBelow = parameters.SizeBelow(index);
        CellOptions cells = parameters.Cells;
        MembraneOptions g = cells.Membranes;

        // tauP of the top area is the nudged one, with or without a target (FORMAT section 2).
        double nudging = index == parameters.Top ? g.Gntgt : g.Gapi;
        TotalConductance = g.Gl + g.Gbas + nudging;
        Pyramidal = new ProspectivePopulation(
            Size,
            g.Taur / TotalConductance / parameters.Dt,
            Activation.Get(g.Activation[index]),
            parameters.Dt / g.TauHP,
            parameters.BasalGain(index));
        _w = new PlasticProjection(Size, SizeBelow, cells.Learning.WLowPass, cells.Precision, split);
        double keep = 1 - (parameters.Dt / g.TauLO);
        LinkTiming? fromBelow = index == 1 ? null : parameters.Links.Up(index - 1);
        _input = ForwardInput.For(_w, keep, rule.PairsWithRates, fromBelow, cells.ForwardBlock);
        RateBelow = Padding.Align(SizeBelow);
        Basal = Padding.Align(Size);
    }

    /// <summary>Index of the area, 1 (above the input) to the top.</summary>
    public int Index { get; }

    /// <summary>Pyramidal cells here.</summary>
    public int Size { get; }

    /// <summary>Cells of the area below.</summary>
    public int SizeBelow { get; }

    /// <summary>Sum of the conductances of a pyramidal cell's soma, 1/ms.</summary>
    public double TotalConductance { get; }

    /// <summary>Pyramidal cells.</summary>
    public ProspectivePopulation Pyramidal { get; }

    /// <summary>Rates of the area below, as used in the previous tick until the tick is complete.</summary>
    public double[] RateBelow { get; }

    /// <summary>Rates of the area below before tick 1, where delays vary; else empty.</summary>
    public double[] InitialRateBelow { get; private set; } = [];

    /// <summary>Basal potentials vbas.</summary>
    public double[] Basal { get; }

    /// <summary>Weights W, from the area below; a copy of its own where the input is held or blocked.</summary>
    public WeightMatrix W => _input.Current(RateBelow).W;

    /// <summary>Low-passed updates D of W, or null where updates are not low-passed.</summary>
    public WeightMatrix? LowPassedUpdate => _input.Current(RateBelow).D;

    /// <summary>Update of W in the last tick.</summary>
    public WeightUpdate Update => _w.Update;
}
