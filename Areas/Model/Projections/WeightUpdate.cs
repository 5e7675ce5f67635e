using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>How a projection's weights M change in a tick. All of the paper's rules have one of these forms.</summary>
public enum UpdateForm
{
    /// <summary>They do not change.</summary>
    None,

    /// <summary>M += post (outer) pre.</summary>
    Hebbian,

    /// <summary>D = keep D + post (outer) pre, then M += D.</summary>
    LowPassed,

    /// <summary>M = M - decay M + post (outer) pre.</summary>
    Decaying,

    /// <summary>M_ij = M_ij - decay row_i column_j M_ij + post_i pre_j.</summary>
    WeightedDecay,
}

/// <summary>
/// One tick's update of one projection, filled by its rule: a rank-1 product of a post-synaptic factor (scaled by dt and the learning
/// rate) and a presynaptic one, and a decay. Buffers are reused from tick to tick.
/// </summary>
/// <param name="rows">Postsynaptic neurons.</param>
/// <param name="columns">Presynaptic neurons.</param>
public sealed class WeightUpdate(int rows, int columns)
{
    /// <summary>How the weights change.</summary>
    public UpdateForm Form { get; set; }

    /// <summary>
    /// Post-synaptic factor (rows, padded), up to <see cref="PostScale"/>: the update's own buffer, or a reference to the array that holds it.
    /// </summary>
    public double[] Post { get; set; } = Padding.Allocate(rows);

    /// <summary>What <see cref="Post"/> is multiplied with.</summary>
    public double PostScale { get; set; } = 1;

    /// <summary>Presynaptic factor (columns): a reference to the array that holds it.</summary>
    public double[] Pre { get; set; } = Padding.Allocate(columns);

    /// <summary>Factor of D in <see cref="UpdateForm.LowPassed"/>, 1 - dt/tau_LO.</summary>
    public double Keep { get; set; }

    /// <summary>Decay per tick.</summary>
    public double Decay { get; set; }

    /// <summary>Row weights of the decay, for <see cref="UpdateForm.WeightedDecay"/> (rows, padded).</summary>
    public double[] RowDecay { get; } = Padding.Allocate(rows);

    /// <summary>Column weights of the decay, for <see cref="UpdateForm.WeightedDecay"/> (columns, padded).</summary>
    public double[] ColumnDecay { get; } = Padding.Allocate(columns);
}
