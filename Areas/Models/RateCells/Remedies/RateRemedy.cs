using System.Numerics;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.Remedies;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedy against delays of rate cells: what experiments see of it, and the part that it makes.</summary>
/// <param name="name">Name that studies offer it by.</param>
/// <param name="settings">Words with which it acts; of a remedy without a part of its own, any changes.</param>
internal class RateRemedy(string name, params IReadOnlyList<RemedySetting> settings) : Remedy(name, settings)
{
    /// <summary>Indicates whether W learns with other rates below than those of the tick.</summary>
    public bool ChangesBelow { get; init; }

    /// <summary>Ticks for which it keeps values of an area, where it acts; 0: it does nothing there.</summary>
    public virtual long Ticks(RateParameters parameters, int area) => 0;

    /// <summary>Values that it keeps of a sample in each of these ticks.</summary>
    public virtual long ValuesPerTick(RateParameters parameters, int area) => 0;

    /// <summary>Values that it keeps of an area.</summary>
    public long Values(RateParameters parameters, int area) =>
        Ticks(parameters, area) * ValuesPerTick(parameters, area) * parameters.Batch;

    /// <summary>Part of an area, where it acts; null: it does nothing there.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public virtual AreaRemedy<T>? OnArea<T>(RateParameters parameters, int area)
        where T : unmanaged, IFloatingPointIeee754<T> => null;
}
