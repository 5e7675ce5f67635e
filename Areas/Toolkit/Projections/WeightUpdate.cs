using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Form of the change of a projection's weights M in a tick.</summary>
/// <remarks>All of the paper's rules have one of these forms.</remarks>
public enum UpdateForm
{
    /// <summary>Absence of a change.</summary>
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

/// <summary>Update of one projection in one tick, filled by its rule.</summary>
/// <remarks>
/// It is a rank-1 product of a post-synaptic factor (scaled by dt and the learning rate) and a presynaptic one, and a
/// decay.
/// </remarks>
public sealed class WeightUpdate : UpdateFactors<double>
{
    /// <summary>Creates an update without effect.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    public WeightUpdate(int rows, int columns)
        : base(Padding.RoundUp(rows), columns) => PostScale = 1;

    /// <summary>Form of the change of the weights.</summary>
    public UpdateForm Form { get; set; }

    /// <summary>Decay per tick.</summary>
    public double Decay
    {
        get => -MinusDecay;
        set => MinusDecay = -value;
    }
}
