using MathNet.Numerics.LinearAlgebra;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>Alignment of the feedback B of an area with the forward weights W of the area above.</summary>
/// <remarks>Angles are in degrees.</remarks>
/// <param name="AngleWTB">angle(W^T, B).</param>
/// <param name="AngleBPhiWTPhi">angle(B, phi' W^T phi'), what B learns in theory.</param>
/// <param name="NormRatio">|B| / |W^T|, Frobenius norms.</param>
public sealed record Alignment(double AngleWTB, double AngleBPhiWTPhi, double NormRatio)
{
    /// <summary>Measures alignment from weights and basal potentials of one tick.</summary>
    /// <remarks>phi' is taken at gbas/(gbas + gapi + gl) times the basal potential, in the top area too.</remarks>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="pathway">Pathway between areas with cells.</param>
    /// <param name="wAbove">W of the area above, row-major (n_above x n).</param>
    /// <param name="b">B of the area, row-major (n x n_above).</param>
    /// <param name="basal">Basal potentials of the area (n).</param>
    /// <param name="basalAbove">Basal potentials of the area above (n_above).</param>
    public static Alignment Measure(
        MicrocircuitParameters parameters,
        Pathway pathway,
        double[] wAbove,
        double[] b,
        double[] basal,
        double[] basalAbove)
    {
        int rows = parameters.Graph.Cells[pathway.From], columns = parameters.Graph.Cells[pathway.To];
        // A row-major n_above x n matrix is, column by column, its own transpose.
        Matrix<double> wT = Matrix<double>.Build.Dense(rows, columns, wAbove);
        Matrix<double> feedback = Matrix<double>.Build.DenseOfRowMajor(rows, columns, b);
        MembraneOptions g = parameters.Cells.Membranes;
        double gain = g.Gbas / (g.Gbas + g.Gapi + g.Gl);
        Vector<double> left = Derivative(g.Activation[pathway.From], gain, basal);
        Vector<double> right = Derivative(g.Activation[pathway.To], gain, basalAbove);
        Matrix<double> weighted = wT.MapIndexed((i, j, w) => left[i] * w * right[j]);
        return new Alignment(
            MatrixAngle.Between(wT, feedback),
            MatrixAngle.Between(feedback, weighted),
            MatrixAngle.NormRatio(feedback, wT));
    }

    private static Vector<double> Derivative(string activation, double gain, double[] basal)
    {
        double[] x = Padding.Copy(basal), y = Padding.Allocate(basal.Length);
        for (int i = 0; i < basal.Length; i++)
            x[i] = gain * basal[i];
        Activation.Get(activation).Derivatives(x, y, basal.Length);
        return Vector<double>.Build.DenseOfArray(y[..basal.Length]);
    }
}
