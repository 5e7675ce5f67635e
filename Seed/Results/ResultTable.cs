using System.Globalization;
using Spectre.Console;

namespace PalActors.Seed.Results;

/// <summary>The short table at the end of a run: one row per model.</summary>
public static class ResultTable
{
    /// <summary>Prints the table.</summary>
    /// <remarks>With three seeds or more each value is a median with its quartiles.</remarks>
    public static void Print(TextWriter output, IReadOnlyList<ModelSummary> models)
    {
        IAnsiConsole console = ConsoleFactory.Create(output);
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("model");
        int hidden = models.Max(model => model.EndAngles.Count);
        IEnumerable<string> angles = Enumerable.Range(1, hidden).Select(area => $"angle area {area}");
        string[] columns =
            ["seeds", "last epoch", "best", $"mean of last {ModelSummary.LateEpochs}", "test", .. angles];
        foreach (string column in columns)
            table.AddColumn(column, settings => settings.RightAligned());
        foreach (ModelSummary model in models)
        {
            List<string> cells =
            [
                model.Label,
                DivergenceText.Count(model.Seeds, model.Diverged),
                Percent(model.FinalValidation),
                Percent(model.BestValidation),
                Percent(model.LateValidation),
                Percent(model.Test),
            ];
            for (int h = 0; h < model.EndAngles.Count; h++)
                cells.Add(Angle(model.StartAngles[h], model.EndAngles[h]));
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        console.Write(table);
        string over = models.Any(model => model.Seeds > 1) ? "; median [quartiles] over seeds" : "";
        string without = models.Any(model => model.Diverged > 0) ? "; diverged networks are left out" : "";
        output.WriteLine(
            "Accuracy in % (validation, and test at the end); angle between W^T and B in degrees, "
            + $"before -> after learning{over}{without}.");
    }

    private static string Percent(Quartiles q) => q.Count switch
    {
        0 => "-",
        < 3 => string.Create(CultureInfo.InvariantCulture, $"{100 * q.Median:F2}"),
        _ => string.Create(
            CultureInfo.InvariantCulture, $"{100 * q.Median:F2} [{100 * q.Lower:F1}, {100 * q.Upper:F1}]"),
    };

    private static string Angle(Quartiles start, Quartiles end) => end.Count switch
    {
        0 => "-",
        < 3 => string.Create(CultureInfo.InvariantCulture, $"{start.Median:F1} -> {end.Median:F1}"),
        _ => string.Create(
            CultureInfo.InvariantCulture, $"{start.Median:F1} -> {end.Median:F1} [{end.Lower:F1}, {end.Upper:F1}]"),
    };
}
