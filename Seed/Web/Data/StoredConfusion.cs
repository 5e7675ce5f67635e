using System.Globalization;
using PalActors.Lab;
using PalActors.Lab.Evaluation;
using PalActors.Web.Charts;

namespace PalActors.Web.Data;

/// <summary>Confusion of classes that a run's folder tells of: at its end, and of evaluations.</summary>
internal static class StoredConfusion
{
    // More numbers than this would overlap.
    private const int MostClassesWithNumbers = 10;

    /// <summary>A figure per model at the end, then one per evaluation and network.</summary>
    public static IReadOnlyList<Figure> Of(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        try
        {
            return
            [
                .. NetworkConfusion.ByModel(ConfusionFiles.Read(folder)).Select(model => Draw(
                    $"confusion: {model.Model}, {model.Sum.Split}", model.Sum,
                    model.Seeds > 1 ? $", summed over {model.Seeds} seeds" : "")),
                .. ConfusionFiles.ReadEvaluations(folder).Select(one => Draw(
                    $"confusion: {one.Model}, {one.Split}", one, "")),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InputException)
        {
            // It may be read while it is written; the next look finds it whole.
            return [];
        }
    }

    private static Figure Draw(string title, NetworkConfusion confusion, string sum)
    {
        ConfusionMatrix counts = confusion.Counts;
        double[][] rows =
        [
            .. Enumerable.Range(0, counts.Classes).Select(label =>
                Enumerable.Range(0, counts.Classes).Select(read => (double)counts[label, read]).ToArray()),
        ];
        return new Figure(title, "class read out", "true class")
        {
            IsSquare = true,
            Marks =
            [
                new HeatMark("samples", rows)
                {
                    Names = [.. confusion.Classes],
                    ShowsValues = counts.Classes <= MostClassesWithNumbers,
                },
            ],
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Correct:N0} of {counts.Total:N0} samples are read out rightly{sum}"),
        };
    }
}
