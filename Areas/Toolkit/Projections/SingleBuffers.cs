using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Vectors around a matrix of floats.</summary>
/// <remarks>
/// The cells' doubles are rounded into them before a pass, and the sums are widened out of them after it.
/// </remarks>
internal sealed class SingleBuffers(WeightMatrix shape, SplitPass<float>? split) : IProjectionPass
{
    private readonly float[] _x = Padding.Align<float>(shape.Columns);
    private readonly float[] _y = Padding.Align<float>(shape.PaddedRows);
    private readonly UpdateFactors<float> _factors = new(shape.PaddedRows, shape.Columns);

    /// <inheritdoc/>
    public void Pass(PlasticProjection projection, ReadOnlySpan<double> x, double[] y, UpdateForm form, bool add)
    {
        WeightMatrix weights = projection.Weights;
        WeightUpdate update = projection.Update;
        int rows = weights.Rows, columns = weights.Columns;
        SingleConversion.Round(x[..columns], 1, _x);
        if (form != UpdateForm.None)
        {
            SingleConversion.Round(update.Pre.AsSpan(0, columns), 1, _factors.Pre);
            // Scale before rounding: a copy of the matrix elsewhere (BP) takes the scaled factor as its presynaptic
            // one.
            SingleConversion.Round(update.Post.AsSpan(0, rows), update.PostScale, _factors.Post);
            _factors.PostScale = 1;
            _factors.Keep = (float)update.Keep;
            _factors.MinusDecay = (float)update.MinusDecay;
        }

        if (form == UpdateForm.WeightedDecay)
        {
            SingleConversion.Round(update.ColumnDecay.AsSpan(0, columns), 1, _factors.ColumnDecay);
            SingleConversion.Round(update.RowDecay.AsSpan(0, rows), 1, _factors.RowDecay);
        }

        if (split is null)
            ProjectionKernels.Pass(weights, projection.LowPassed, _x, _factors, _y, form, add: false);
        else
            split.Run(_x, _factors, _y, form, add: false);
        SingleConversion.Widen(_y.AsSpan(0, rows), y, add);
    }
}
