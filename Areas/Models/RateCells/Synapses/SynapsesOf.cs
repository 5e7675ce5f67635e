using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Factory of the products of an area.</summary>
internal static class SynapsesOf
{
    /// <summary>Products of an area with the one below.</summary>
    public static Synapses<T> Area<T>(RateAreaOptions options, int slots, RowSplit split)
        where T : unmanaged, IFloatingPointIeee754<T> => options.IsConv
            ? new ConvSynapses<T>(options, slots, split)
            : Dense<T>(options.Below.Cells, options.Cells.Cells, slots, split);

    /// <summary>Dense products.</summary>
    /// <param name="below">Cells of the area below, which feedback ends on.</param>
    /// <param name="cells">Cells of the area.</param>
    /// <param name="slots">Samples in parallel.</param>
    /// <param name="split">Threads of large passes.</param>
    public static Synapses<T> Dense<T>(int below, int cells, int slots, RowSplit split)
        where T : unmanaged, IFloatingPointIeee754<T> => new DenseSynapses<T>(cells, below, slots, split);
}
