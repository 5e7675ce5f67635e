using System.Globalization;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Results;

namespace PalActors.Cli.Reports;

/// <summary>Lines on the accuracies of read-outs: before training, and after the last epoch.</summary>
internal static class ReadOutTable
{
    /// <summary>Prints a line per model and read-out.</summary>
    public static void Print(TextWriter output, IReadOnlyList<ReadOutRow> rows)
    {
        foreach (IGrouping<(string Model, string ReadOut), ReadOutRow> group in
            rows.GroupBy(row => (row.Model, row.ReadOut)))
        {
            int last = group.Max(row => row.Epoch), seeds = group.Select(row => row.Seed).Distinct().Count();
            string spread = seeds >= Quartiles.Fewest ? "median [quartiles] " : "median ";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key.Model}: read-out {group.Key.ReadOut} of area {group.First().Area}, {spread}of "
                + $"{seeds} seed{(seeds == 1 ? "" : "s")}: {Text(group, 0)} -> {Text(group, last)} % "
                + $"after epoch {last}"));
        }
    }

    private static string Text(IEnumerable<ReadOutRow> rows, int epoch)
    {
        Quartiles all = Quartiles.Of(rows.Where(row => row.Epoch == epoch).Select(row => 100 * row.Accuracy));
        return all.Count >= Quartiles.Fewest
            ? string.Create(CultureInfo.InvariantCulture, $"{all.Median:0.0} [{all.Lower:0.0}, {all.Upper:0.0}]")
            : string.Create(CultureInfo.InvariantCulture, $"{all.Median:0.0}");
    }
}
