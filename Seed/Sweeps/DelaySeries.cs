using System.Globalization;

namespace PalActors.Seed.Sweeps;

/// <summary>Groups of rows of a delay study.</summary>
/// <remarks>They are the panels and lines of its figures, and the tables and rows of its medians.</remarks>
public static class DelaySeries
{
    /// <summary>Coding of cells that have no choice of it.</summary>
    public const string NoChoice = "-";

    // Smaller errors are round-off.
    private const double SmallestError = 1e-12;

    /// <summary>Delay of a link, ticks.</summary>
    public static int Delay(SweepRow row) => int.Parse(row.Values[0], CultureInfo.InvariantCulture);

    /// <summary>Direction that is delayed.</summary>
    public static string Direction(SweepRow row) => row.Values[1];

    /// <summary>Depth and coding, which a panel is for.</summary>
    public static (string Depth, string Coding) Panel(SweepRow row) => (row.Values[2], row.Values[3]);

    /// <summary>Title of a panel.</summary>
    public static string Title((string Depth, string Coding) panel) => panel.Coding == NoChoice
        ? $"depth {panel.Depth}"
        : $"depth {panel.Depth}, prospective {panel.Coding}";

    /// <summary>Model, jitter, remedy and target, each only if it is not the default.</summary>
    public static string Kind(SweepRow row)
    {
        string[] parts =
        [
            row.Model,
            row.Values[4] == DelayJitter.None ? "" : row.Values[4],
            row.Values[5] == DelayRemedy.None ? "" : row.Values[5],
            row.Values[6] == DelayStudy.Immediate ? "" : "target aligned",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>The mean value of the hidden areas at each delay, ascending.</summary>
    /// <param name="seed">Rows of one series and seed.</param>
    public static IEnumerable<(int Delay, double Value)> OfSeed(IEnumerable<SweepRow> seed) => seed
        .GroupBy(Delay)
        .OrderBy(at => at.Key)
        .Select(at => (at.Key, at.Average(row => row.Value)));

    /// <summary>Decimal logarithm of an error.</summary>
    /// <remarks>Errors range over many orders of magnitude, so their logarithms are compared.</remarks>
    public static double Order(double error) => Math.Log10(Math.Max(error, SmallestError));
}
