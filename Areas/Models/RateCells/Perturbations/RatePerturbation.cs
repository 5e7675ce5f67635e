using System.Numerics;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Perturbations;

/// <summary>Lesions and frozen rules at an area of rate cells.</summary>
/// <remarks>All of it follows from the tick, so none of it is part of the state.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class RatePerturbation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchOf<T> _size;
    private readonly T[] _copy;
    private readonly Timeline<int[]>? _silent;
    private readonly Timeline<bool>? _cutBelow;
    private readonly Timeline<bool>? _cutAbove;
    private readonly Timeline<bool>? _restingW;
    private readonly Timeline<bool>? _restingB;

    private RatePerturbation(RateParameters parameters, int area, BatchOf<T> size)
    {
        NetworkPerturbations network = parameters.Perturbations;
        Pathway below = new(area - 1, area - 1, area, HasFeedback: area > 1);
        Pathway above = new(area, area, area + 1, HasFeedback: true);
        (_size, _silent) = (size, network.Silent(area));
        _copy = _silent is null ? [] : size.Allocate();
        (_cutBelow, _cutAbove) = (network.Cut(below), network.Cut(above));
        (_restingW, _restingB) = (network.Resting(RateRules.W, below), network.Resting(RateRules.B, above));
        if (_cutBelow is not null)
            Nothing = new BatchOf<T>(parameters.Areas[area].Below.Cells, parameters.Batch).Allocate();
    }

    /// <summary>Rates that arrive where the pathway from below is cut: zeros; empty if it never is.</summary>
    public T[] Nothing { get; } = [];

    /// <summary>Makes that of an area; null where nothing is ever perturbed.</summary>
    public static RatePerturbation<T>? Of(RateParameters parameters, int area, BatchOf<T> size)
    {
        RatePerturbation<T> one = new(parameters, area, size);
        bool acts = one._silent is not null || one._restingW is not null || one._restingB is not null;
        return acts ? one : null;
    }

    /// <summary>Sets values of the cells that are silent in a tick to 0.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="values">Values of all cells, [cell, slot].</param>
    public void Silence(long tick, Span<T> values)
    {
        foreach (int cell in _silent?.At(tick) ?? [])
            values.Slice(cell * _size.Stride, _size.Stride).Clear();
    }

    /// <summary>The same in a copy, which holds until the next call, where cells are silent.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="values">Values of all cells, [cell, slot].</param>
    public T[] Silenced(long tick, T[] values)
    {
        if (_silent is null || _silent.At(tick).Length == 0)
            return values;
        values.CopyTo(_copy, 0);
        Silence(tick, _copy);
        return _copy;
    }

    /// <summary>Indicates whether nothing arrives from below in a tick.</summary>
    public bool IsCutBelow(long tick) => _cutBelow?.At(tick) ?? false;

    /// <summary>Indicates whether nothing arrives from above in a tick.</summary>
    public bool IsCutAbove(long tick) => _cutAbove?.At(tick) ?? false;

    /// <summary>Indicates whether W and b rest in a tick.</summary>
    public bool RestsW(long tick) => _restingW?.At(tick) ?? false;

    /// <summary>Indicates whether B rests in a tick.</summary>
    public bool RestsB(long tick) => _restingB?.At(tick) ?? false;
}
