using MathNet.Numerics.Statistics;

namespace PalActors.Lab.Results;

/// <summary>Median and quartiles over seeds.</summary>
/// <remarks>
/// They are interpolated linearly as numpy does (definition R-7), so that they compare with published figures.
/// </remarks>
/// <param name="Count">Number of values.</param>
/// <param name="Lower">Lower quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">Upper quartile.</param>
internal readonly record struct Quartiles(int Count, double Lower, double Median, double Upper)
{
    /// <summary>Fewest values of which quartiles are shown.</summary>
    public const int Fewest = 3;

    /// <summary>The quartiles of the finite values, NaN if there is none.</summary>
    public static Quartiles Of(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return new Quartiles(
            finite.Length,
            finite.QuantileCustom(0.25, QuantileDefinition.R7),
            finite.QuantileCustom(0.5, QuantileDefinition.R7),
            finite.QuantileCustom(0.75, QuantileDefinition.R7));
    }
}
