using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Metrics;

/// <summary>Angle between B, which the area below owns, and W^T of the area that it leads from.</summary>
internal sealed class AngleMeasurement(
    MeasureContext when, int area, double[] feedback, bool isTransposed, Metric[] known) : IMeasurement
{
    /// <inheritdoc/>
    public IReadOnlyList<int> Needs { get; } = [area + 1];

    /// <inheritdoc/>
    public Metric[] Complete(IReadOnlyList<StateBlock[]> samples)
    {
        StateBlock w = samples[0][0];
        // A row-major n x m matrix is, column by column, its own transpose; B and W of a convolution have one layout.
        Matrix<double> forward = isTransposed
            ? Matrix<double>.Build.Dense(w.Columns, w.Rows, w.Values)
            : Matrix<double>.Build.DenseOfRowMajor(w.Rows, w.Columns, w.Values);
        Matrix<double> back = Matrix<double>.Build.DenseOfRowMajor(forward.RowCount, forward.ColumnCount, feedback);
        double angle = MatrixAngle.Between(forward, back);
        return [.. known, new Metric(when.Network, when.Tick, when.Phase.Epoch, area + 1, RateMetrics.Angle, angle)];
    }
}
