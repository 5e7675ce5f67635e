using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>
/// A plastic, all-to-all projection, owned by the post-synaptic area: weights M (rows = postsynaptic, columns = presynaptic), their
/// low-passed update D where the rule has one, and the update that the rule prepared for this tick.
/// </summary>
public sealed class PlasticProjection
{
    private readonly double[] _unused;

    /// <summary>A projection of zero weights.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    /// <param name="lowPass">Whether updates are low-passed, so that there is a D.</param>
    public PlasticProjection(int rows, int columns, bool lowPass)
    {
        Weights = new WeightMatrix(rows, columns);
        LowPassed = lowPass ? new WeightMatrix(rows, columns) : null;
        Update = new WeightUpdate(rows, columns);
        _unused = Padding.Allocate(rows);
    }

    /// <summary>M.</summary>
    public WeightMatrix Weights { get; }

    /// <summary>D, or null.</summary>
    public WeightMatrix? LowPassed { get; }

    /// <summary>This tick's update.</summary>
    public WeightUpdate Update { get; }

    /// <summary>y = M x with the weights as they stand, then the update.</summary>
    /// <param name="x">Presynaptic rates (columns).</param>
    /// <param name="y">Receives the dendritic sum (rows, padded).</param>
    /// <param name="add">Whether M x is added to what y holds.</param>
    public void Pass(ReadOnlySpan<double> x, double[] y, bool add = false) =>
        ProjectionKernels.Pass(Weights, LowPassed, x, y, Update, Update.Form, add);

    /// <summary>y = M x without an update.</summary>
    public void Sum(ReadOnlySpan<double> x, double[] y, bool add = false) =>
        ProjectionKernels.Pass(Weights, LowPassed, x, y, Update, UpdateForm.None, add);

    /// <summary>The update alone.</summary>
    public void Apply()
    {
        if (Update.Form != UpdateForm.None)
            Pass(Update.Pre, _unused);
    }
}
