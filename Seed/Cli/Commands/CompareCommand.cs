using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Results;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors compare</c>: compares the records of a run with given curves, record by record.</summary>
internal static class CompareCommand
{
    private const double DefaultTolerance = 1e-6;

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Argument<string> run = new("RUN") { Description = "The folder of a run, or its metrics.csv." };
        Argument<string> curves = new("CURVES")
        {
            Description = "Curves as JSON: {\"seeds\": {\"123\": [[area 1, area 2, ...], ...]}}, a row per record; "
                + "of a graph its pathways, in the order of metrics.csv.",
        };
        Option<string?> tolerance = new("--tolerance")
        {
            Description = "Largest deviation allowed, in degrees; 1e-6 if not given.",
            HelpName = "DEG",
        };
        Option<string?> metric = new("--metric")
        {
            Description = "What the curves show, if their file's name does not say so.",
            HelpName = "NAME",
        };
        Option<string?> model = new("--model")
        {
            Description = "Which model of the run, if there are several.",
            HelpName = "LABEL",
        };
        Command command = new("compare", "Compares the records of a run with given curves, seed by seed.")
        {
            run, curves, tolerance, metric, model,
        };
        HelpExamples.Add(
            command,
            "palactors compare runs/fig3abc-20260101-120000 fig3abc_angle_WT_B.json",
            "palactors compare runs/mine curves.json --metric angle_B_phiWTphi --tolerance 0.1",
            "Exit code: 0 all records within the tolerance, 1 not, 2 bad input.");
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(run);
            string? label = parsed.GetValue(model);
            double allowed = Tolerance(parsed.GetValue(tolerance));
            PublishedCurves published =
                PublishedCurves.Read(models, parsed.GetRequiredValue(curves), parsed.GetValue(metric));
            IReadOnlyList<MetricRow> rows = RowsOf(folder, label);
            IReadOnlyList<CurveComparison> comparisons = CurveComparison.Compare(rows, published, allowed);
            CompareReport report = new(models, output, log, published, comparisons);
            return report.Print(folder, label, allowed);
        });
        return command;
    }

    private static double Tolerance(string? text)
    {
        if (text is null)
            return DefaultTolerance;
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double allowed);
        return isNumber && double.IsFinite(allowed) && allowed >= 0
            ? allowed
            : throw new InputException(
                $"--tolerance is '{text}'; valid is a finite number of degrees, 0 or more.");
    }

    private static IReadOnlyList<MetricRow> RowsOf(string run, string? model)
    {
        IReadOnlyList<MetricRow> rows = MetricsTable.Read(run);
        string[] models = [.. rows.Select(row => row.Model).Distinct()];
        string valid = string.Join(", ", models);
        if (model is null && models.Length > 1)
            throw new InputException($"{run} has several models; give --model, valid is one of {valid}.");
        if (model is not null && !models.Contains(model))
            throw new InputException($"--model is '{model}'; valid is one of {valid}.");
        return [.. rows.Where(row => model is null || row.Model == model)];
    }
}
