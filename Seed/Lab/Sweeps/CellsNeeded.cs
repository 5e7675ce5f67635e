using System.Globalization;
using PalActors.Lab.Results;

namespace PalActors.Lab.Sweeps;

/// <summary>The number of cells with which the median over seeds reaches an accuracy.</summary>
internal static class CellsNeeded
{
    /// <summary>Accuracies that are asked for, 0 to 1.</summary>
    public static IReadOnlyList<double> Goals { get; } = [0.9, 0.95];

    /// <summary>The smallest size that reaches it, and where a line to it from the size before does.</summary>
    /// <remarks>The line is straight over the logarithm of the size.</remarks>
    /// <param name="networks">Networks of one model.</param>
    /// <param name="goal">The accuracy, 0 to 1.</param>
    /// <returns>Words: <c>20 (16.3)</c>, <c>at most 5</c> for the smallest of all, or <c>not reached</c>.</returns>
    public static string Of(IEnumerable<WidthNetwork> networks, double goal)
    {
        (int Size, double Median)[] curve =
        [
            .. networks.GroupBy(network => network.Size).OrderBy(size => size.Key)
                .Select(size => (size.Key, Quartiles.Of(size.Select(network => network.Accuracy)).Median))
                .Where(point => double.IsFinite(point.Median)),
        ];
        int first = Array.FindIndex(curve, point => point.Median >= goal);
        if (first < 0)
            return "not reached";
        if (first == 0)
            return string.Create(CultureInfo.InvariantCulture, $"at most {curve[0].Size}");
        ((int size, double median), (int before, double lower)) = (curve[first], curve[first - 1]);
        double share = (goal - lower) / (median - lower);
        double between = before * Math.Pow((double)size / before, share);
        return string.Create(CultureInfo.InvariantCulture, $"{size} ({between:F1})");
    }
}
