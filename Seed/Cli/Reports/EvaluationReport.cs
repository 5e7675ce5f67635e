using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Weights;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Cli.Reports;

/// <summary>Text of an evaluation: the figure of each network, and its confusion of classes.</summary>
internal static class EvaluationReport
{
    // A wider table would not fit a terminal.
    private const int MostClasses = 20;

    /// <summary>Prints it.</summary>
    public static void Print(
        TextWriter output, Experiment experiment, IReadOnlyList<EvaluatedNetwork> networks,
        IReadOnlyList<string>? classes)
    {
        foreach (EvaluatedNetwork network in networks)
        {
            string name = NetworkWeights.NameOf(network.Plan), split = network.Plan.Schedule.Phases[^1].Split;
            string figure = classes is null
                ? string.Create(CultureInfo.InvariantCulture, $"error {network.Value:G6}")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * network.Value:0.00} %, {network.Confusion.Correct} of {network.Outputs.Length} right");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{experiment.Name} {name}: {network.Outputs.Length} {split} samples, {figure}"));
            if (classes is { Count: <= MostClasses })
                Print(output, network.Confusion, classes);
            string unchanged = network.Before == network.After ? "unchanged" : "CHANGED";
            string before = ShortHash.Of(network.Before), after = ShortHash.Of(network.After);
            output.WriteLine($"weights and D {unchanged}: {before} before, {after} after");
        }
    }

    private static void Print(TextWriter output, ConfusionMatrix counts, IReadOnlyList<string> classes)
    {
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
