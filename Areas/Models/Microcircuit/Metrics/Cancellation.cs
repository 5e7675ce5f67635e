using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>How well the interneurons of a pathway cancel what comes down on it.</summary>
/// <param name="WeightRatio">|Q + B| / |B|, Frobenius norms; 0 where Q = -B.</param>
/// <param name="ApicalSize">Root mean square of the apical potentials vapi of the pathway's branch.</param>
public sealed record Cancellation(double WeightRatio, double ApicalSize)
{
    /// <summary>Measures a pathway as it is after a tick.</summary>
    /// <param name="q">All entries of Q.</param>
    /// <param name="b">All entries of B, in the same order.</param>
    /// <param name="apical">Apical potentials of the branch, one per cell.</param>
    public static Cancellation Measure(double[] q, double[] b, ReadOnlySpan<double> apical)
    {
        Matrix<double> feedback = Matrix<double>.Build.Dense(b.Length, 1, b);
        Matrix<double> cancelling = Matrix<double>.Build.Dense(q.Length, 1, q);
        double squares = 0;
        foreach (double potential in apical)
            squares += potential * potential;
        return new Cancellation(
            MatrixAngle.NormRatio(cancelling + feedback, feedback), Math.Sqrt(squares / apical.Length));
    }
}
