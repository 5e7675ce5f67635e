using Spectre.Console;

namespace PalActors.Seed.Results;

/// <summary>The short table at the end of a run with a teacher.</summary>
/// <remarks>It has a row per model and measure, and a column per area.</remarks>
public static class MeasureTable
{
    /// <summary>Prints the table.</summary>
    /// <remarks>With three seeds or more each value is a median with its quartiles.</remarks>
    public static void Print(TextWriter output, IReadOnlyList<MeasureSummary> summaries)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string column in (string[])["model", "seeds", "measure"])
            table.AddColumn(column);
        int top = summaries.SelectMany(summary => summary.Areas.Keys).DefaultIfEmpty(0).Max();
        bool ofNetwork = summaries.Any(summary => summary.Areas.ContainsKey(0));
        for (int area = 1; area <= top; area++)
            table.AddColumn($"area {area}", column => column.RightAligned());
        if (ofNetwork)
            table.AddColumn("network", column => column.RightAligned());
        foreach (MeasureSummary summary in summaries)
        {
            string seeds = DivergenceText.Count(summary.Seeds, summary.Diverged);
            List<string> cells = [summary.Label, seeds, summary.Metric?.Label ?? ""];
            IEnumerable<int> areas = Enumerable.Range(1, top).Append(0).Take(ofNetwork ? top + 1 : top);
            cells.AddRange(areas.Select(area => Cell(summary, area)));
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        ConsoleFactory.Create(output).Write(table);
        string over = summaries.Any(summary => summary.Seeds > 1) ? "; median [quartiles] over seeds" : "";
        string without = summaries.Any(summary => summary.Diverged > 0) ? "; diverged networks are left out" : "";
        output.WriteLine($"Last record; angles in degrees{over}{without}.");
    }

    private static string Cell(MeasureSummary summary, int area) =>
        summary.Metric is { } metric && summary.Areas.TryGetValue(area, out Quartiles quartiles)
            ? MetricText.Quartiles(metric.Form, quartiles)
            : "";
}
