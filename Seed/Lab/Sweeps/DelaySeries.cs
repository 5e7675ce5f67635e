using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Sweeps;

/// <summary>Groups of rows of a delay study.</summary>
/// <remarks>They are the panels and lines of its figures, and the tables and rows of its medians.</remarks>
internal static class DelaySeries
{
    // Smaller errors are round-off.
    private const double SmallestError = 1e-12;

    /// <summary>Delay of a link, ticks.</summary>
    public static int Delay(SweepRow row) => PointOf(row).Whole(StudyAxes.Delay);

    /// <summary>Direction that is delayed.</summary>
    public static string Direction(SweepRow row) => PointOf(row)[StudyAxes.Direction];

    /// <summary>Time that a sample is shown, ms; NaN where the study does not vary it.</summary>
    public static double Presentation(SweepRow row) => StudyAxes.Presentation.Of(PointOf(row));

    /// <summary>Depth and coding, which a panel is for.</summary>
    public static (string Depth, string Coding) Panel(SweepRow row) =>
        (PointOf(row)[StudyAxes.Depth], PointOf(row)[StudyAxes.Prospective]);

    /// <summary>Title of a panel; empty if there is only one.</summary>
    public static string Title((string Depth, string Coding) panel)
    {
        (string Name, string Value)[] parts = [("depth", panel.Depth), ("prospective", panel.Coding)];
        return string.Join(
            ", ", parts.Where(part => part.Value != StudyAxis.NoChoice).Select(part => $"{part.Name} {part.Value}"));
    }

    /// <summary>Model, and the values of other axes, each only if it is not the default.</summary>
    public static string Kind(SweepRow row)
    {
        StudyPoint point = PointOf(row);
        IEnumerable<string> labels = StudyAxes.OfDelays.Select(axis => axis.Label(point[axis]));
        return string.Join(", ", labels.Prepend(row.Model).Where(part => part.Length > 0));
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

    private static StudyPoint PointOf(SweepRow row) => new(StudyAxes.OfDelays, row.Values);
}
