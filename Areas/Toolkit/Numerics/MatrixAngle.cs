using MathNet.Numerics.LinearAlgebra;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Angle and ratio of matrices, as vectors of all their entries.</summary>
public static class MatrixAngle
{
    /// <summary>Computes arccos(tr(X^T Y) / (|X| |Y|)) in degrees, the cosine clamped to [-1, 1].</summary>
    public static double Between(Matrix<double> x, Matrix<double> y)
    {
        double normX = Norm(x), normY = Norm(y);
        double cosine = Dot(x, y) / (normX * normY);
        if (!(IsExact(normX) && IsExact(normY)) && Scaled(x) is { } u && Scaled(y) is { } v)
            cosine = Dot(u, v) / (Norm(u) * Norm(v));
        return Degrees(cosine);
    }

    /// <summary>Computes the angle of a cosine, clamped to [-1, 1], in degrees.</summary>
    public static double Degrees(double cosine) => Math.Acos(Math.Clamp(cosine, -1, 1)) * 180 / Math.PI;

    /// <summary>Computes |X| / |Y|.</summary>
    /// <remarks>It is 0 or infinite where one is zero, NaN where both are or where one is not finite.</remarks>
    public static double NormRatio(Matrix<double> x, Matrix<double> y)
    {
        double normX = Norm(x), normY = Norm(y);
        if (IsExact(normX) && IsExact(normY))
            return normX / normY;
        double largestX = Largest(x), largestY = Largest(y);
        return Scaled(x) is { } u && Scaled(y) is { } v
            ? largestX / largestY * (Norm(u) / Norm(v))
            : double.IsFinite(largestX) && double.IsFinite(largestY) ? largestX / largestY : double.NaN;
    }

    // The library's own norm of a dense matrix multiplies the matrix by its transpose.
    private static double Norm(Matrix<double> x) => Math.Sqrt(Dot(x, x));

    private static double Dot(Matrix<double> x, Matrix<double> y) => Entries(x).DotProduct(Entries(y));

    private static Vector<double> Entries(Matrix<double> x) =>
        Vector<double>.Build.Dense(x.AsColumnMajorArray() ?? x.ToColumnMajorArray());

    // Squares of larger or smaller weights overflow or lose digits, though angle and ratio exist.
    private static bool IsExact(double norm) => norm is > 1e-140 and < 1e140;

    // Scales to a largest absolute value of 1; null if all are zero or one is not finite.
    private static Matrix<double>? Scaled(Matrix<double> x)
    {
        double largest = Largest(x);
        return largest > 0 && double.IsFinite(largest) ? x.Divide(largest) : null;
    }

    private static double Largest(Matrix<double> x)
    {
        double largest = 0;
        foreach (double value in x.Enumerate())
            largest = double.IsNaN(largest) || double.IsNaN(value) ? double.NaN : Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
