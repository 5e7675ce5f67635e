namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Samples that a read-out learns from or is tested on.</summary>
public sealed class LabelledFeatures
{
    /// <summary>Largest absolute value of a feature, so that squares and their sums do not overflow.</summary>
    public const double Limit = 1e100;

    /// <summary>Creates a set, whose arrays are not copied.</summary>
    /// <param name="values">Features, sample after sample.</param>
    /// <param name="dimension">Number of features of a sample.</param>
    /// <param name="labels">Class of each sample, 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, lengths do not match, a feature is not finite or beyond the limit, or a label is negative.
    /// </exception>
    public LabelledFeatures(double[] values, int dimension, int[] labels)
    {
        if (dimension < 1)
            throw new ArgumentException($"The number of features is '{dimension}'; valid is 1 or more.");
        if (labels.Length == 0)
            throw new ArgumentException("The number of samples is '0'; valid is 1 or more.");
        if (values.Length != (long)labels.Length * dimension)
        {
            throw new ArgumentException(
                $"The number of values is '{values.Length}'; "
                + $"valid is {(long)labels.Length * dimension}, {dimension} for each of {labels.Length} samples.");
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i]) <= Limit))
            {
                throw new ArgumentException(
                    $"Feature {i % dimension} of sample {i / dimension} is '{values[i]}'; "
                    + $"valid is a finite number from {-Limit} to {Limit}.");
            }
        }

        foreach (int label in labels)
        {
            if (label < 0)
                throw new ArgumentException($"A label is '{label}'; valid is 0 or more.");
        }

        (Values, Dimension, Labels) = (values, dimension, labels);
    }

    /// <summary>Features, sample after sample.</summary>
    public double[] Values { get; }

    /// <summary>Number of features of a sample.</summary>
    public int Dimension { get; }

    /// <summary>Class of each sample.</summary>
    public int[] Labels { get; }

    /// <summary>Number of samples.</summary>
    public int Count => Labels.Length;

    /// <summary>Gets the features of a sample.</summary>
    public ReadOnlySpan<double> this[int sample] => Values.AsSpan(sample * Dimension, Dimension);

    /// <summary>Lists the classes that occur, in ascending order.</summary>
    public int[] Classes() => [.. Labels.Distinct().Order()];
}
