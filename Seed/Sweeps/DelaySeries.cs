using System.Globalization;

namespace PalActors.Seed.Sweeps;

/// <summary>What belongs together in the rows of a delay study: the panels and lines of its figures, the tables and rows of its medians.</summary>
public static class DelaySeries
{
    // Errors below are of rounding.
    private const double SmallestError = 1e-12;

    /// <summary>Delay of a link, ticks.</summary>
    public static int Delay(SweepRow row) => int.Parse(row.Values[0], CultureInfo.InvariantCulture);

    /// <summary>What is delayed.</summary>
    public static string Direction(SweepRow row) => row.Values[1];

    /// <summary>What a panel is for.</summary>
    public static (string Depth, string Coding) Panel(SweepRow row) => (row.Values[2], row.Values[3]);

    /// <summary>Model, jitter, remedy and target, without what is as usual.</summary>
    public static string Kind(SweepRow row) => string.Join(
        ", ",
        new[] { row.Model, row.Values[4] == DelayJitter.None ? "" : row.Values[4], row.Values[5] == DelayRemedy.None ? "" : row.Values[5], row.Values[6] == DelayStudy.Immediate ? "" : "target aligned" }
            .Where(part => part.Length > 0));

    /// <summary>The values of the networks of a series by delay, ascending: of several hidden areas, their mean.</summary>
    public static IEnumerable<(int Delay, double Value)> OfSeed(IEnumerable<SweepRow> seed) => seed.GroupBy(Delay).OrderBy(at => at.Key).Select(at => (at.Key, at.Average(row => row.Value)));

    /// <summary>What errors, which go over many orders of magnitude, are compared by: the decimal logarithm.</summary>
    public static double Order(double error) => Math.Log10(Math.Max(error, SmallestError));
}
