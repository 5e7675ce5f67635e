using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Part that all areas have: pyramidal cells and their basal dendrites.</summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed class ForwardCircuit
{
    private readonly BasalPathway[] _pathways;
    // What rules read depends on what acts in a tick alone, which changes with the phase.
    private TickFlags? _flags;
    private bool _readsError;
    private SilentCells? _cells;

    /// <summary>Makes the forward side of an area, in an undefined state.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="area">The area.</param>
    /// <param name="pathways">Pathways from the areas below, in the order of these.</param>
    public ForwardCircuit(MicrocircuitParameters parameters, int area, BasalPathway[] pathways)
    {
        Index = area;
        Size = parameters.Graph.Cells[area];
        TotalConductance = parameters.TotalConductance(area);
        MembraneOptions g = parameters.Cells.Membranes;
        Pyramidal = new ProspectivePopulation(
            Size,
            g.Taur / TotalConductance / parameters.Dt,
            Activation.Get(g.Activation[area]),
            parameters.Dt / g.TauHP,
            parameters.BasalGain(area));
        Sent = Pyramidal.Prospective;
        _pathways = pathways;
        // A single term is taken as it is.
        Basal = pathways.Length == 1 ? pathways[0].Basal : Padding.Align(Size);
    }

    /// <summary>Number of the area.</summary>
    public int Index { get; }

    /// <summary>Pyramidal cells here.</summary>
    public int Size { get; }

    /// <summary>Sum of the conductances of a pyramidal cell's soma, 1/ms.</summary>
    public double TotalConductance { get; }

    /// <summary>Pyramidal cells.</summary>
    public ProspectivePopulation Pyramidal { get; }

    /// <summary>Pathways from the areas below, in the order of these.</summary>
    public IReadOnlyList<BasalPathway> Pathways => _pathways;

    /// <summary>Prospective potentials as they are sent down: of silent cells 0.</summary>
    public double[] Sent { get; private set; }

    /// <summary>Cells that are silent in the tick.</summary>
    public int[] Silent { get; private set; } = [];

    /// <summary>Basal potentials vbas, the sum over all pathways.</summary>
    public double[] Basal { get; }

    /// <summary>Number of later emissions from below that the next tick needs.</summary>
    /// <param name="tick">The last complete tick.</param>
    public int Lookahead(long tick) => _pathways.Length == 1 ? _pathways[0].Lookahead(tick) : 0;

    /// <summary>Point 1 of a step for the pyramidal cells; their error only where a rule will read it.</summary>
    /// <param name="flags">What acts in the tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAhead(TickFlags flags)
    {
        if (flags != _flags)
            Ask(flags);
        if (_readsError)
            Pyramidal.LookAhead(Basal);
        else
            Pyramidal.LookAhead();
    }

    /// <summary>Point 1 of a step where cells may be silent.</summary>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="silent">Those that are.</param>
    public void LookAhead(TickFlags flags, int[] silent)
    {
        _cells ??= new SilentCells(Pyramidal);
        _cells.Prepare(silent);
        LookAhead(flags);
        (Silent, Sent) = (silent, _cells.Silence(silent));
    }

    /// <summary>Takes other learning rates, from the next tick on.</summary>
    public void Adapt(MicrocircuitParameters parameters)
    {
        foreach (BasalPathway pathway in _pathways)
            pathway.Adapt(parameters);
        _flags = null;
    }

    private void Ask(TickFlags flags)
    {
        _flags = flags;
        _readsError = Array.Exists(_pathways, pathway => pathway.ReadsError(flags));
    }

    /// <summary>Sums the basal potentials, when all pathways have brought theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sum()
    {
        if (_pathways.Length > 1)
            SumExcept(-1, Basal);
    }

    /// <summary>Sums what all pathways but one bring, in the order of the areas below.</summary>
    /// <param name="pathway">Place of the pathway that is left out, or -1.</param>
    /// <param name="sum">Receives the sum (padded).</param>
    public void SumExcept(int pathway, Span<double> sum)
    {
        bool isFirst = true;
        for (int i = 0; i < _pathways.Length; i++)
        {
            if (i == pathway)
                continue;
            double[] term = _pathways[i].Basal;
            if (isFirst)
                term.CopyTo(sum);
            else
                Add(term, sum[..Size]);
            isFirst = false;
        }
    }

    private static void Add(double[] term, Span<double> sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] += term[i];
    }

    /// <summary>Goes into the state before tick 1; the pathways begin on their own.</summary>
    /// <param name="u">Somatic potentials.</param>
    public void Begin(double[] u)
    {
        u.CopyTo(Pyramidal.U, 0);
        u.CopyTo(Pyramidal.UPrevious, 0);
        Pyramidal.Activation.Rates(Pyramidal.U, Pyramidal.Rate, Size);
        Pyramidal.Rate.AsSpan(0, Size).CopyTo(Pyramidal.HighPass);
    }

    /// <summary>Names potentials and rates, in the order of the digest.</summary>
    /// <param name="state">Receives them.</param>
    /// <param name="of">State of a pathway.</param>
    public void DescribeCells(StateMap state, Func<BasalPathway, StateMap> of)
    {
        state.Vector("u", Size, () => Pyramidal.U);
        state.Vector("u_prev", Size, () => Pyramidal.UPrevious);
        state.Vector("r", Size, () => Pyramidal.Rate);
        foreach (BasalPathway pathway in _pathways)
            pathway.DescribeRates(of(pathway));
        foreach (BasalPathway pathway in _pathways)
            of(pathway).Vector("v_bas", Size, () => pathway.Basal);
        if (_pathways.Length > 1)
            state.Vector("v_bas", Size, () => Basal);
        state.Vector("hp", Size, () => Pyramidal.HighPass);
    }
}
