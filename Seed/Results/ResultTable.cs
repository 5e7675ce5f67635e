using System.Globalization;
using PalActors.Areas.Contract.Models;
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
        MetricDescriptor? headline = models[0].Headline;
        IReadOnlyList<AreaSummary> most = models.MaxBy(model => model.Areas.Count)!.Areas;
        IEnumerable<string> areas = most.Select(one => Column(headline!.Headline!.Column, one.Area));
        string[] columns =
            ["seeds", "last epoch", "best", $"mean of last {ModelSummary.LateEpochs}", "test", .. areas];
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
            cells.AddRange(model.Areas.Select(area => Change(headline!.Form, area.Start, area.End)));
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        console.Write(table);
        string over = models.Any(model => model.Seeds > 1) ? "; median [quartiles] over seeds" : "";
        string without = models.Any(model => model.Diverged > 0) ? "; diverged networks are left out" : "";
        string second = headline is null ? "" : $"; {headline.Headline!.Phrase}, before -> after learning";
        output.WriteLine($"Accuracy in % (validation, and test at the end){second}{over}{without}.");
    }

    private static string Column(string name, int? area) => area is null ? name : $"{name} area {area}";

    private static string Percent(Quartiles q) => q.Count switch
    {
        0 => "-",
        < 3 => string.Create(CultureInfo.InvariantCulture, $"{100 * q.Median:F2}"),
        _ => string.Create(
            CultureInfo.InvariantCulture, $"{100 * q.Median:F2} [{100 * q.Lower:F1}, {100 * q.Upper:F1}]"),
    };

    private static string Change(MetricForm form, Quartiles start, Quartiles end)
    {
        if (end.Count == 0)
            return "-";
        string change = $"{MetricText.Short(form, start.Median)} -> {MetricText.Short(form, end.Median)}";
        return end.Count < Quartiles.Fewest
            ? change
            : $"{change} [{MetricText.Short(form, end.Lower)}, {MetricText.Short(form, end.Upper)}]";
    }
}
