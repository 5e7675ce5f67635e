using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Part that only areas with areas above have: apical dendrites, over all pathways, and their noise.</summary>
/// <remarks>Not thread-safe: one owner at a time. Vectors are padded (<see cref="Padding"/>).</remarks>
public sealed class HiddenCircuit
{
    private readonly ForwardCircuit _forward;
    private readonly ApicalPathway[] _pathways;
    private readonly ApicalNoise _noise;
    private readonly double[] _sum;
    private bool _isNoisy;

    /// <summary>Makes the circuit of a hidden area, in an undefined state.</summary>
    /// <param name="forward">Forward side of the area.</param>
    /// <param name="pathways">Pathways to the areas above, in the order of these.</param>
    /// <param name="noise">Noise of the apical dendrites, or null: the model has none.</param>
    public HiddenCircuit(ForwardCircuit forward, ApicalPathway[] pathways, IApicalNoise? noise)
    {
        (_forward, _pathways) = (forward, pathways);
        _noise = new ApicalNoise(noise ?? new NoNoise(), counts: noise is not null, forward.Size);
        _sum = pathways.Length == 1 ? [] : Padding.Align(forward.Size);
    }

    /// <summary>Pathways to the areas above, in the order of these.</summary>
    public IReadOnlyList<ApicalPathway> Pathways => _pathways;

    /// <summary>Apical potentials vapi without noise, the sum over all pathways.</summary>
    public double[] Apical => _pathways.Length == 1 ? _pathways[0].Apical : _sum;

    /// <summary>Apical noise xi.</summary>
    public double[] Noise => _noise.Current;

    /// <summary>Noise that the somata see in the tick: that of the tick before.</summary>
    public double[] NoiseOfSoma => _noise.Previous;

    /// <summary>Indicates whether noise acts in the tick.</summary>
    public bool IsNoisy => _isNoisy;

    /// <summary>Apical potential of a neuron with the noise that its soma saw in the last tick.</summary>
    /// <remarks>That is the noise of the tick before; where noise does not act, xi has not changed since.</remarks>
    public double ApicalWithNoise(int neuron) =>
        Apical[neuron] + (_isNoisy ? _noise.Previous : _noise.Current)[neuron];

    /// <summary>Point 1 of a step for the interneurons.</summary>
    /// <param name="flags">What acts in the tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAhead(TickFlags flags)
    {
        foreach (ApicalPathway pathway in _pathways)
            pathway.LookAhead(flags);
    }

    /// <summary>Everything but the somata, after the pathways have taken what arrives from above.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="flags">What acts in it.</param>
    public void Integrate(long tick, TickFlags flags)
    {
        // (3) The soma sees the old noise, the rule of B the new one.
        _isNoisy = (flags & TickFlags.Noise) != 0;
        bool late = _isNoisy && _noise.NeedsApical;
        if (_isNoisy && !late)
            AdvanceNoise(tick);
        // (2) Sums from the new rates and the weights as they stand; each pass applies its rule's update (5 to 7).
        foreach (ApicalPathway pathway in _pathways)
        {
            pathway.PassDendritic(flags);
            pathway.PassApical(flags, late ? null : _noise.Current);
        }

        if (_pathways.Length > 1)
            SumApical();
        if (late)
        {
            AdvanceNoise(tick);
            foreach (ApicalPathway pathway in _pathways)
                pathway.ApplyLate(flags, _noise.Current);
        }

        foreach (ApicalPathway pathway in _pathways)
            pathway.Complete();
    }

    /// <summary>Takes other learning rates and another amplitude of noise, from the next tick on.</summary>
    public void Adapt(MicrocircuitParameters parameters)
    {
        foreach (ApicalPathway pathway in _pathways)
            pathway.Adapt(parameters);
        _noise.Adapt(parameters);
    }

    /// <summary>Names what the pathways keep besides their weights, and the noise.</summary>
    /// <param name="state">Receives it.</param>
    /// <param name="of">State of a pathway.</param>
    public void Describe(StateMap state, Func<ApicalPathway, StateMap> of)
    {
        foreach (ApicalPathway pathway in _pathways)
            pathway.DescribeCells(of(pathway));
        if (_pathways.Length > 1)
            state.Vector("v_api", _forward.Size, () => _sum);
        _noise.Describe(state);
        foreach (ApicalPathway pathway in _pathways)
            pathway.DescribeRemedies(of(pathway));
    }

    private void SumApical()
    {
        _pathways[0].Apical.CopyTo(_sum, 0);
        for (int i = 1; i < _pathways.Length; i++)
            PopulationKernels.Combine(1, _sum, 1, _pathways[i].Apical, _sum, _forward.Size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AdvanceNoise(long tick) =>
        _noise.Advance(tick, _forward.Pyramidal.U, _forward.Pyramidal.Prospective, Apical);
}
