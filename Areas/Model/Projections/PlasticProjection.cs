using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>
/// A plastic, all-to-all projection, owned by the post-synaptic area: weights M (rows = postsynaptic, columns = presynaptic), their
/// low-passed update D where the rule has one, and the update that the rule prepared for this tick.
/// </summary>
public sealed class PlasticProjection
{
    private readonly double[] _unused;
    private readonly SingleBuffers? _singles;

    /// <summary>A projection of zero weights.</summary>
    /// <param name="rows">Postsynaptic neurons.</param>
    /// <param name="columns">Presynaptic neurons.</param>
    /// <param name="lowPass">Whether updates are low-passed, so that there is a D.</param>
    /// <param name="precision">What M and D are held in.</param>
    public PlasticProjection(int rows, int columns, bool lowPass, Precision precision = Precision.Double)
    {
        Weights = new WeightMatrix(rows, columns, precision);
        LowPassed = lowPass ? new WeightMatrix(rows, columns, precision) : null;
        Update = new WeightUpdate(rows, columns);
        _unused = Padding.Align(rows);
        _singles = precision == Precision.Single ? new SingleBuffers(Weights) : null;
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
    public void Pass(ReadOnlySpan<double> x, double[] y, bool add = false) => Pass(x, y, Update.Form, add);

    /// <summary>y = M x without an update.</summary>
    public void Sum(ReadOnlySpan<double> x, double[] y, bool add = false) => Pass(x, y, UpdateForm.None, add);

    /// <summary>The update alone.</summary>
    public void Apply()
    {
        if (Update.Form != UpdateForm.None)
            Pass(Update.Pre, _unused);
    }

    private void Pass(ReadOnlySpan<double> x, double[] y, UpdateForm form, bool add)
    {
        if (_singles is null)
            ProjectionKernels.Pass(Weights, LowPassed, x, Update, y, form, add);
        else
            _singles.Pass(Weights, LowPassed, Update, x, y, form, add);
    }
}
