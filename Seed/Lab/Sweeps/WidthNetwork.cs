using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Sweeps;

/// <summary>A network of a width study that has ended.</summary>
/// <param name="Areas">Number of its hidden areas.</param>
/// <param name="Size">Cells of each.</param>
/// <param name="Model">The model as selected.</param>
/// <param name="Seed">Random seed of the microcircuit.</param>
/// <param name="Accuracy">Its accuracy at the end, 0 to 1; NaN if it has none.</param>
/// <param name="DivergedAt">Tick at which it diverged, or null.</param>
internal sealed record WidthNetwork(int Areas, int Size, string Model, ulong Seed, double Accuracy, double? DivergedAt)
{
    /// <summary>The accuracy that a study compares: of the test if there is one, else of the last validation.</summary>
    public static string Measure(IReadOnlyList<SweepRow> rows) =>
        rows.Any(row => row.Metric == CommonMetrics.AccuracyTest)
            ? CommonMetrics.AccuracyTest
            : CommonMetrics.AccuracyValidation;

    /// <summary>Name of a measure of <see cref="Measure"/> in figures and tables.</summary>
    public static string Describe(string measure) =>
        measure == CommonMetrics.AccuracyTest ? "test accuracy" : "validation accuracy";

    /// <summary>Number of hidden areas of a row.</summary>
    public static int AreasOf(SweepRow row) => PointOf(row).Whole(StudyAxes.Areas);

    /// <summary>Cells of each hidden area of a row.</summary>
    public static int SizeOf(SweepRow row) => PointOf(row).Whole(StudyAxes.Size);

    /// <summary>Networks of a table, in its order.</summary>
    public static IReadOnlyList<WidthNetwork> Of(IReadOnlyList<SweepRow> rows)
    {
        string measure = Measure(rows);
        return
        [
            .. rows.GroupBy(row => (Point: string.Join(',', row.Values), row.Seed, row.Model)).Select(network =>
                new WidthNetwork(
                    AreasOf(network.First()), SizeOf(network.First()), network.Key.Model, network.Key.Seed,
                    network.FirstOrDefault(row => row.Metric == measure)?.Value ?? double.NaN,
                    network.FirstOrDefault(row => row.Metric == SweepTable.DivergedAtTick)?.Value)),
        ];
    }

    /// <summary>A number of hidden areas in words.</summary>
    public static string Name(int areas) =>
        areas == 1 ? "1 hidden area" : string.Create(CultureInfo.InvariantCulture, $"{areas} hidden areas");

    private static StudyPoint PointOf(SweepRow row) => new(StudyAxes.OfWidths, row.Values);
}
