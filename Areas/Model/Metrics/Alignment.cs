using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Populations;

namespace PalActors.Areas.Model.Metrics;

/// <summary>How well feedback B of an area aligns with the forward weights W of the area above. Angles in degrees.</summary>
/// <param name="AngleWTB">angle(W^T, B).</param>
/// <param name="AngleBPhiWTPhi">angle(B, phi' W^T phi'), what B learns in theory.</param>
/// <param name="NormRatio">|B| / |W^T|, Frobenius norms.</param>
public sealed record Alignment(double AngleWTB, double AngleBPhiWTPhi, double NormRatio)
{
    /// <summary>
    /// Measures from weights and basal potentials of one tick. phi' is taken at gbas/(gbas + gapi + gl) times the basal potential, in the top area too.
    /// </summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="area">Index of the hidden area.</param>
    /// <param name="wAbove">W of the area above, row-major (n_above x n).</param>
    /// <param name="b">B of the area, row-major (n x n_above).</param>
    /// <param name="basal">Basal potentials of the area (n).</param>
    /// <param name="basalAbove">Basal potentials of the area above (n_above).</param>
    public static Alignment Measure(MicrocircuitParameters parameters, int area, double[] wAbove, double[] b, double[] basal, double[] basalAbove)
    {
        int rows = parameters.Layers[area], columns = parameters.Layers[area + 1];
        // A row-major n_above x n matrix is, column by column, its own transpose.
        Matrix<double> wT = Matrix<double>.Build.Dense(rows, columns, wAbove);
        Matrix<double> feedback = Matrix<double>.Build.DenseOfRowMajor(rows, columns, b);
        double gain = parameters.Gbas / (parameters.Gbas + parameters.Gapi + parameters.Gl);
        Vector<double> left = Derivative(parameters.Activation[area - 1], gain, basal);
        Vector<double> right = Derivative(parameters.Activation[area], gain, basalAbove);
        Matrix<double> weighted = wT.MapIndexed((i, j, w) => left[i] * w * right[j]);
        return new Alignment(Angle(wT, feedback), Angle(feedback, weighted), Ratio(feedback.FrobeniusNorm(), wT.FrobeniusNorm()));
    }

    /// <summary>arccos(tr(X^T Y) / (|X| |Y|)) in degrees, the cosine clamped to [-1, 1].</summary>
    public static double Angle(Matrix<double> x, Matrix<double> y)
    {
        double cosine = x.PointwiseMultiply(y).RowSums().Sum() / (x.FrobeniusNorm() * y.FrobeniusNorm());
        // Squares of very large or small weights are not numbers any more, though the angle exists.
        if (!double.IsFinite(cosine) && Scaled(x) is { } u && Scaled(y) is { } v)
            cosine = u.PointwiseMultiply(v).RowSums().Sum() / (u.FrobeniusNorm() * v.FrobeniusNorm());
        return Math.Acos(Math.Clamp(cosine, -1, 1)) * 180 / Math.PI;
    }

    // With 1 as its largest value; null if it is zero or not finite.
    private static Matrix<double>? Scaled(Matrix<double> x)
    {
        double largest = x.Enumerate().Max(Math.Abs);
        return largest > 0 && double.IsFinite(largest) ? x.Divide(largest) : null;
    }

    // Of the ratio one must not learn that a matrix is zero where the other one is infinite.
    private static double Ratio(double x, double y) => double.IsFinite(x) && double.IsFinite(y) ? x / y : double.NaN;

    private static Vector<double> Derivative(string activation, double gain, double[] basal)
    {
        double[] x = Padding.Copy(basal), y = Padding.Allocate(basal.Length);
        for (int i = 0; i < basal.Length; i++)
            x[i] = gain * basal[i];
        Activation.Get(activation).Derivatives(x, y, basal.Length);
        return Vector<double>.Build.DenseOfArray(y[..basal.Length]);
    }
}
