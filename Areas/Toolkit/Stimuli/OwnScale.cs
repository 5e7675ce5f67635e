using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Linear scaling of values, by those of the training samples.</summary>
/// <remarks>
/// A value becomes low + (value - offset) / divisor. Columns without any variation become low. Sums run over samples in
/// their order, so the numbers are the same everywhere.
/// </remarks>
internal sealed class OwnScale
{
    private readonly double[] _offset;
    private readonly double[] _divisor;
    private readonly double _low;
    private readonly double _span;

    private OwnScale(double[] offset, double[] divisor, double low, double span) =>
        (_offset, _divisor, _low, _span) = (offset, divisor, low, span);

    /// <summary>Finds the scaling.</summary>
    /// <param name="kind">Kind by name.</param>
    /// <param name="rows">The values.</param>
    /// <param name="training">Rows of the training samples.</param>
    /// <param name="columns">Whether each column is scaled by its own values.</param>
    /// <param name="range">Range of the result of min-max.</param>
    /// <returns>Null for none.</returns>
    public static OwnScale? Find(
        string kind, RowTable rows, IReadOnlyList<int> training, bool columns, (double Low, double High) range)
    {
        if (kind == OwnDataKeys.None)
            return null;
        double[] first = new double[rows.Width], second = new double[rows.Width];
        if (kind == OwnDataKeys.MinMax)
        {
            Extremes(rows, training, first, second);
            if (!columns)
                (first, second) = (All(first, first.Min()), All(second, second.Max()));
            for (int i = 0; i < first.Length; i++)
                second[i] -= first[i];
            return new OwnScale(first, second, range.Low, range.High - range.Low);
        }

        Average(rows, training, first, null, columns);
        Average(rows, training, second, first, columns);
        for (int i = 0; i < second.Length; i++)
            second[i] = Math.Sqrt(second[i]);
        return new OwnScale(first, second, low: 0, span: 1);
    }

    /// <summary>Scales a row in place.</summary>
    public void Apply(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = _divisor[i] > 0 ? _low + (_span * ((values[i] - _offset[i]) / _divisor[i])) : _low;
    }

    private static double[] All(double[] values, double value)
    {
        Array.Fill(values, value);
        return values;
    }

    private static void Extremes(RowTable rows, IReadOnlyList<int> training, double[] least, double[] most)
    {
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        double[] row = new double[rows.Width];
        foreach (int index in training)
        {
            rows.Read(index, row);
            for (int i = 0; i < row.Length; i++)
            {
                least[i] = Math.Min(least[i], row[i]);
                most[i] = Math.Max(most[i], row[i]);
            }
        }
    }

    // The mean of each column, or of all; with a mean given, that of the squared distances from it.
    private static void Average(
        RowTable rows, IReadOnlyList<int> training, double[] average, double[]? mean, bool columns)
    {
        double[] row = new double[rows.Width];
        foreach (int index in training)
        {
            rows.Read(index, row);
            for (int i = 0; i < row.Length; i++)
            {
                double value = mean is null ? row[i] : (row[i] - mean[i]) * (row[i] - mean[i]);
                average[i] += value;
            }
        }

        double sum = 0;
        foreach (double value in average)
            sum += value;
        if (!columns)
            All(average, sum / average.Length);
        for (int i = 0; i < average.Length; i++)
            average[i] /= training.Count;
    }
}
