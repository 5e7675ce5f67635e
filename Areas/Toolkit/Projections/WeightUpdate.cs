using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

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
/// rate) and a presynaptic one, and a decay.
/// </summary>
public sealed class WeightUpdate : UpdateFactors<double>
{
    /// <summary>No update.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    public WeightUpdate(int rows, int columns)
        : base(Padding.RoundUp(rows), columns) => PostScale = 1;

    /// <summary>How the weights change.</summary>
    public UpdateForm Form { get; set; }

    /// <summary>Decay per tick.</summary>
    public double Decay
    {
        get => -MinusDecay;
        set => MinusDecay = -value;
    }
}
