using System.Globalization;
using PalActors.Lab.Texts;
using PalActors.Web.Charts;

namespace PalActors.Web.Data;

/// <summary>Confusion of classes that <c>palactors evaluate</c> left in a run's folder.</summary>
internal static class StoredConfusion
{
    private const string Prefix = "confusion_";

    /// <summary>A figure of each, by split and network.</summary>
    public static IReadOnlyList<Figure> Of(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. from evaluation in Directory.EnumerateDirectories(folder, "evaluation-*").Order(StringComparer.Ordinal)
               from file in Directory.EnumerateFiles(evaluation, $"{Prefix}*.csv").Order(StringComparer.Ordinal)
               let figure = Read(file, Path.GetFileName(evaluation)["evaluation-".Length..])
               where figure is not null
               select figure,
        ];
    }

    private static Figure? Read(string file, string split)
    {
        string[][] rows;
        try
        {
            rows = [.. File.ReadAllLines(file).Select(line => Csv.Split(line).ToArray())];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        // A row per true class, after a heading with the classes that were read out.
        if (rows.Length < 2 || rows.Any(row => row.Length != rows[0].Length))
            return null;
        double[][] counts = new double[rows.Length - 1][];
        for (int i = 1; i < rows.Length; i++)
        {
            counts[i - 1] = new double[rows[0].Length - 1];
            for (int j = 1; j < rows[i].Length; j++)
            {
                if (!double.TryParse(
                    rows[i][j], NumberStyles.Float, CultureInfo.InvariantCulture, out counts[i - 1][j - 1]))
                    return null;
            }
        }

        string network = Path.GetFileNameWithoutExtension(file)[Prefix.Length..];
        return new Figure($"{network}, {split}", "class read out", "true class")
        {
            Marks =
            [
                new HeatMark("samples", counts)
                {
                    Across = rows[0][1..],
                    Down = [.. rows.Skip(1).Select(row => row[0])],
                },
            ],
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{Right(counts):F0} of {counts.Sum(row => row.Sum()):F0} samples are classified rightly"),
        };
    }

    private static double Right(double[][] counts) =>
        counts.Select((row, i) => i < row.Length ? row[i] : 0).Sum();
}
