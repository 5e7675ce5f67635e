namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Shift and scale that give features a mean of 0 and a standard deviation of 1.</summary>
/// <param name="Mean">Mean of each feature.</param>
/// <param name="Scale">Population standard deviation of each feature; 1 for a constant one.</param>
public sealed record Standardisation(double[] Mean, double[] Scale)
{
    /// <summary>Measures mean and deviation of a set.</summary>
    /// <remarks>A feature is constant if its variance is not above what rounding may make of none.</remarks>
    public static Standardisation Of(LabelledFeatures samples)
    {
        int dimension = samples.Dimension;
        double count = samples.Count;
        double[] mean = new double[dimension], scale = new double[dimension];
        for (int i = 0; i < samples.Values.Length; i++)
            mean[i % dimension] += samples.Values[i] / count;
        for (int i = 0; i < samples.Values.Length; i++)
        {
            double distance = samples.Values[i] - mean[i % dimension];
            scale[i % dimension] += distance * distance / count;
        }

        for (int a = 0; a < dimension; a++)
        {
            double rounding = count * double.BitIncrement(1.0) - count;
            double noise = mean[a] * rounding;
            scale[a] = scale[a] <= (rounding * scale[a]) + (noise * noise) ? 1 : Math.Sqrt(scale[a]);
        }

        return new Standardisation(mean, scale);
    }

    /// <summary>Standardises a feature.</summary>
    public double Apply(double value, int feature) => (value - Mean[feature]) / Scale[feature];

    /// <summary>Standardises all features of a set.</summary>
    public double[] Apply(LabelledFeatures samples)
    {
        double[] values = new double[samples.Values.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = Apply(samples.Values[i], i % samples.Dimension);
        return values;
    }
}
