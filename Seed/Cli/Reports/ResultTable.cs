using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Cli.Reports;

/// <summary>The short table at the end of a classification: one row per model.</summary>
/// <remarks>Where there are more than a few areas they have a table of their own, a row per area.</remarks>
internal static class ResultTable
{
    private const int FewAreas = 4;

    /// <summary>Prints the table.</summary>
    /// <remarks>With three seeds or more each value is a median with its quartiles.</remarks>
    public static void Print(TextWriter output, IReadOnlyList<ModelSummary> models)
    {
        IAnsiConsole console = ConsoleFactory.Create(output);
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("model");
        MetricDescriptor? headline = models[0].Headline;
        // Models without feedback weights of their own have no angles.
        int[] shown =
        [
            .. Enumerable.Range(0, models.Max(model => model.Areas.Count))
                .Where(i => models.Any(model => i < model.Areas.Count && model.Areas[i].End.Count > 0)),
        ];
        IReadOnlyList<AreaSummary> most = models.MaxBy(model => model.Areas.Count)!.Areas;
        bool isWide = shown.Length > FewAreas;
        int[] beside = isWide ? [] : shown;
        IEnumerable<string> areas =
            beside.Select(i => Column(models[0].Graph, headline!.Headline!.Column, most[i].Place));
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
            cells.AddRange(
                beside.Where(i => i < model.Areas.Count).Select(i => Change(headline!.Form, model.Areas[i])));
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }

        console.Write(table);
        if (isWide)
            console.Write(AreaTable(models, headline!, shown, most));
        string over = models.Any(model => model.Seeds > 1) ? "; median [quartiles] over seeds" : "";
        string without = models.Any(model => model.Diverged > 0) ? "; diverged networks are left out" : "";
        string second = shown.Length == 0 ? "" : $"; {headline!.Headline!.Phrase}, before -> after learning";
        output.WriteLine($"Accuracy in % (validation, and test at the end){second}{over}{without}.");
    }

    private static Table AreaTable(
        IReadOnlyList<ModelSummary> models, MetricDescriptor headline, int[] shown, IReadOnlyList<AreaSummary> most)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn(headline.Headline!.Column);
        foreach (ModelSummary model in models)
            table.AddColumn(Markup.Escape(model.Label), settings => settings.RightAligned());
        foreach (int i in shown)
        {
            IEnumerable<string> values = models
                .Select(model => i < model.Areas.Count ? Change(headline.Form, model.Areas[i]) : "");
            string where = models[0].Graph.Describe(most[i].Place);
            table.AddRow([.. values.Prepend(where).Select(cell => new Text(cell))]);
        }

        return table;
    }

    private static string Column(AreaGraph graph, string name, MetricPlace place) =>
        $"{name} {graph.Describe(place)}".TrimEnd();

    private static string Percent(Quartiles q) => q.Count switch
    {
        0 => "-",
        < Quartiles.Fewest => string.Create(CultureInfo.InvariantCulture, $"{100 * q.Median:F2}"),
        _ => string.Create(
            CultureInfo.InvariantCulture, $"{100 * q.Median:F2} [{100 * q.Lower:F1}, {100 * q.Upper:F1}]"),
    };

    private static string Change(MetricForm form, AreaSummary area)
    {
        (Quartiles start, Quartiles end) = (area.Start, area.End);
        if (end.Count == 0)
            return "-";
        string change = $"{MetricText.Short(form, start.Median)} -> {MetricText.Short(form, end.Median)}";
        return end.Count < Quartiles.Fewest
            ? change
            : $"{change} [{MetricText.Short(form, end.Lower)}, {MetricText.Short(form, end.Upper)}]";
    }
}
