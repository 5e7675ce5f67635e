using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using Spectre.Console;

namespace PalActors.Cli.Reports;

/// <summary>The short table at the end of a run with a teacher.</summary>
/// <remarks>It has a row per model and measure, and a column per area.</remarks>
internal static class MeasureTable
{
    /// <summary>Prints the table.</summary>
    /// <remarks>With three seeds or more each value is a median with its quartiles.</remarks>
    public static void Print(TextWriter output, IReadOnlyList<MeasureSummary> summaries)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in (string[])["model", "seeds", "measure"])
            table.AddColumn(column);
        // The network comes last.
        MetricPlace[] places =
        [
            .. summaries.SelectMany(summary => summary.Places.Keys).Distinct()
                .OrderBy(place => place.Area is null).ThenBy(place => place),
        ];
        foreach (MetricPlace place in places)
        {
            string name = place.Area is null ? "network" : summaries[0].Graph.Describe(place);
            table.AddColumn(name, column => column.RightAligned());
        }

        foreach (MeasureSummary summary in summaries)
        {
            string seeds = DivergenceText.Count(summary.Seeds, summary.Diverged);
            List<string> cells = [summary.Label, seeds, summary.Metric?.Label ?? "-"];
            cells.AddRange(places.Select(place => Cell(summary, place)));
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        ConsoleFactory.Create(output).Write(table);
        string over = summaries.Any(summary => summary.Seeds > 1) ? "; median [quartiles] over seeds" : "";
        string without = summaries.Any(summary => summary.Diverged > 0) ? "; diverged networks are left out" : "";
        string what = places.Length > 0 ? $"Last record; angles in degrees{over}" : "Nothing has been recorded";
        output.WriteLine($"{what}{without}.");
    }

    private static string Cell(MeasureSummary summary, MetricPlace place) =>
        summary.Metric is { } metric && summary.Places.TryGetValue(place, out Quartiles quartiles)
            ? MetricText.Quartiles(metric.Form, quartiles)
            : "";
}
