namespace PalActors.Areas.Toolkit.Projections;

/// <summary>The updates of a block as the kernels take them: W = W + drift D + sum over u of F_u r_u^T, and D = keep D + sum over u of E_u r_u^T.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="shape">The projection's weights.</param>
/// <param name="ticks">Ticks of a block.</param>
internal sealed class BlockUpdates<T>(WeightMatrix shape, int ticks)
    where T : unmanaged
{
    /// <summary>Updates.</summary>
    public int Count { get; set; }

    /// <summary>How much of D goes into W.</summary>
    public T Drift { get; set; }

    /// <summary>How much of D is left.</summary>
    public T Keep { get; set; }

    /// <summary>F, the post-synaptic factors in W (rows x ticks).</summary>
    public WeightMatrix InWeights { get; } = new(shape.Rows, ticks, shape.Precision);

    /// <summary>E, the post-synaptic factors in D (rows x ticks).</summary>
    public WeightMatrix InLowPassed { get; } = new(shape.Rows, ticks, shape.Precision);

    /// <summary>Where the first rate that an update pairs with lies in the rates' storage; the next ones follow at a distance of <see cref="WeightMatrix.Lanes"/>.</summary>
    public nuint[] Rates { get; } = new nuint[ticks];
}
