using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab.Evaluation;
using Spectre.Console;

namespace PalActors.Cli.Reports;

/// <summary>Confusion of classes as a table, with the accuracy of each class.</summary>
internal static class ConfusionTable
{
    // A wider table would not fit a terminal.
    private const int MostClasses = 20;

    /// <summary>Prints a table for each model of a run, summed over its seeds.</summary>
    public static void Print(TextWriter output, IReadOnlyList<NetworkConfusion> networks)
    {
        foreach ((string model, int seeds, NetworkConfusion sum) in NetworkConfusion.ByModel(networks))
        {
            string over = seeds == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" over {seeds} seeds");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{model}: {sum.Counts.Correct} of {sum.Counts.Total} {sum.Split} samples right{over}"));
            Print(output, sum.Counts, sum.Classes);
        }
    }

    /// <summary>Prints a table; nothing where it would be too wide.</summary>
    public static void Print(TextWriter output, ConfusionMatrix counts, IReadOnlyList<string> classes)
    {
        if (counts.Classes > MostClasses)
            return;
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("class \\ read out");
        foreach (string column in (string[])[.. classes, "samples", "right", "recall", "precision"])
            table.AddColumn(Markup.Escape(column), one => one.RightAligned());
        for (int label = 0; label < counts.Classes; label++)
        {
            List<string> cells = [classes[label]];
            cells.AddRange(Enumerable.Range(0, counts.Classes).Select(read => Whole(counts[label, read])));
            cells.AddRange(
                [Whole(counts.Samples(label)), Whole(counts[label, label]), Share(counts.Recall(label)),
                    Share(counts.Precision(label))]);
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        ConsoleFactory.Create(output).Write(table);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => double.IsNaN(value)
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %");
}
