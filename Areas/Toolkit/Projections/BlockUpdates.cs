namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Updates of a block in the form that the kernels take.</summary>
/// <remarks>W = W + drift D + sum over u of F_u r_u^T, and D = keep D + sum over u of E_u r_u^T.</remarks>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="shape">The projection's weights.</param>
/// <param name="ticks">Ticks of a block.</param>
internal sealed class BlockUpdates<T>(WeightMatrix shape, int ticks)
    where T : unmanaged
{
    /// <summary>Number of updates.</summary>
    public int Count { get; set; }

    /// <summary>Factor with which D goes into W.</summary>
    public T Drift { get; set; }

    /// <summary>Factor of D that is left.</summary>
    public T Keep { get; set; }

    /// <summary>Post-synaptic factors F in W (rows x ticks).</summary>
    public WeightMatrix InWeights { get; } = new(shape.Rows, ticks, shape.Precision);

    /// <summary>Post-synaptic factors E in D (rows x ticks).</summary>
    public WeightMatrix InLowPassed { get; } = new(shape.Rows, ticks, shape.Precision);

    /// <summary>Offset in the rates' storage of the first rate that each update pairs with.</summary>
    /// <remarks>The next rates follow at a distance of <see cref="WeightMatrix.Lanes"/>.</remarks>
    public nuint[] Rates { get; } = new nuint[ticks];
}
