using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Synapses;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Noise of an area, by what it acts on.</summary>
internal enum NoiseKind
{
    /// <summary>Coloured noise of the cells.</summary>
    Cells,

    /// <summary>White noise of the cells.</summary>
    White,

    /// <summary>Coloured noise of the pool.</summary>
    Pool,
}

/// <summary>Source of initial weights and of random draws: a plan, or a golden trace.</summary>
internal interface IRateSource
{
    /// <summary>Sets W and b of an area, and the feedback that ends on it.</summary>
    /// <param name="area">The area, 1 to the top.</param>
    /// <param name="forward">W and b of the area.</param>
    /// <param name="feedback">B of the area above, with DFA of this one; null at the top and with BP.</param>
    void Begin<T>(int area, ForwardWeights<T> forward, Feedback<T>? feedback)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Standard normals of an area.</summary>
    INormals Normals(int area, NoiseKind kind);
}
