using System.Globalization;

namespace PalActors.Lab.Plots;

/// <summary>An axis of a sweep's key: numbers at their places, logarithmic if they span far; else words.</summary>
internal sealed class KeyAxis
{
    // Largest over smallest value from which a logarithmic axis shows them better.
    private const double Far = 20;

    // More labels would overlap.
    private const int MostLabels = 14;

    private readonly Dictionary<string, double> _positions;

    /// <summary>An axis for these values.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">Its values as text.</param>
    /// <param name="isLogarithmic">Shows positive numbers on a logarithmic axis however far they span.</param>
    public KeyAxis(string key, IEnumerable<string> values, bool isLogarithmic = false)
    {
        string[] all = [.. values.Distinct()];
        double[] numbers = [.. all.Select(Number)];
        bool areNumbers = all.Length > 0 && numbers.All(double.IsFinite);
        bool areFar = areNumbers && numbers.Min() > 0 && (isLogarithmic || numbers.Max() / numbers.Min() >= Far);
        Label = areFar ? $"{key} (logarithmic)" : key;
        Values = areNumbers ? [.. all.OrderBy(Number)] : all;
        double first = areNumbers ? Place(numbers.Min()) : 0;
        _positions = Values.Index().ToDictionary(
            value => value.Item,
            value => areNumbers ? Place(Number(value.Item)) - first : value.Index,
            StringComparer.Ordinal);

        double Place(double number) => areFar ? Math.Log10(number) : number;
    }

    /// <summary>Its label.</summary>
    public string Label { get; }

    /// <summary>The values: numbers ascending, words in the order of the sweep.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Places of the labels along the axis, the first at 0.</summary>
    public IEnumerable<(double Position, string Label)> Ticks =>
        Shown().Select(value => (_positions[value], value));

    /// <summary>Labels in a row of equal cells, as in a map.</summary>
    public IEnumerable<(double Position, string Label)> Cells =>
        Shown().Select(value => ((double)Values.ToList().IndexOf(value), value));

    /// <summary>Position of a value.</summary>
    public double Position(string value) => _positions[value];

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : double.NaN;

    private IEnumerable<string> Shown()
    {
        int step = 1 + ((Values.Count - 1) / MostLabels);
        return Values.Where((_, i) => i % step == 0);
    }
}
