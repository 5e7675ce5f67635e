using MathNet.Numerics.Statistics;

namespace PalActors.Lab.Plots;

/// <summary>The range of values that an axis has to show.</summary>
internal static class CurveRange
{
    /// <summary>All finite values of curves.</summary>
    public static IEnumerable<double> Finite(IEnumerable<Curve> curves) =>
        curves.SelectMany(curve => curve.Seeds).SelectMany(seed => seed).Select(v => v.Value).Where(double.IsFinite);

    /// <summary>Range of all finite values but a few at either end.</summary>
    /// <remarks>A weight that passes through zero makes single records huge.</remarks>
    public static (double Low, double High) Usual(IEnumerable<Curve> curves)
    {
        double[] values = [.. Finite(curves)];
        return (
            values.QuantileCustom(0.005, QuantileDefinition.R7),
            values.QuantileCustom(0.995, QuantileDefinition.R7));
    }
}
