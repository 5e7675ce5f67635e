using System.Globalization;
using MathNet.Numerics.Statistics;

namespace PalActors.Benchmarks;

/// <summary>One quantity, measured once per round, with its median and its extremes.</summary>
internal sealed class Series(IReadOnlyList<double> values)
{
    public double Median { get; } = values.Median();

    public double Least { get; } = values.Min();

    public double Most { get; } = values.Max();

    /// <summary>Quotients round by round.</summary>
    /// <remarks>They are fairer than the quotient of two medians: what disturbs a round disturbs both.</remarks>
    public Series Over(Series other) => new([.. values.Zip(other.Values, (a, b) => a / b)]);

    public IReadOnlyList<double> Values => values;

    public override string ToString() => $"{Text(Median)} ({Text(Least)}-{Text(Most)})";

    public static string Text(double value) =>
        value.ToString(Math.Abs(value) < 100 ? "0.###" : "#,0", CultureInfo.InvariantCulture);
}
