using System.CommandLine;
using System.Globalization;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Progress;
using PalActors.Seed.Results;
using Spectre.Console;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors compare</c>: how far the records of a run are from given curves, record by record.</summary>
public static class CompareCommand
{
    private const double DefaultTolerance = 1e-6;

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> run = new("RUN") { Description = "The folder of a run, or its metrics.csv." };
        Argument<string> curves = new("CURVES") { Description = "Curves as JSON: {\"seeds\": {\"123\": [[area 1, area 2, ...], ...]}}, a row per record." };
        Option<string?> tolerance = new("--tolerance") { Description = "Largest deviation allowed, in degrees; 1e-6 if not given.", HelpName = "DEG" };
        Option<string?> metric = new("--metric") { Description = "What the curves show, if their file's name does not say so.", HelpName = "NAME" };
        Option<string?> model = new("--model") { Description = "Which model of the run, if there are several.", HelpName = "LABEL" };
        Command command = new("compare", "Compares the records of a run with given curves, seed by seed.") { run, curves, tolerance, metric, model };
        HelpExamples.Add(
            command,
            "palactors compare runs/fig3abc-20260101-120000 fig3abc_angle_WT_B.json",
            "palactors compare runs/mine curves.json --metric angle_B_phiWTphi --tolerance 0.1",
            "Exit code: 0 all records within the tolerance, 1 not, 2 bad input.");
        command.SetAction(parsed => Compare(
            output, error, parsed.GetRequiredValue(run), parsed.GetRequiredValue(curves), parsed.GetValue(tolerance), parsed.GetValue(metric), parsed.GetValue(model)));
        return command;
    }

    private static int Compare(TextWriter output, TextWriter error, string run, string curves, string? tolerance, string? metric, string? model)
    {
        double allowed = DefaultTolerance;
        if (tolerance is not null && (!double.TryParse(tolerance, NumberStyles.Float, CultureInfo.InvariantCulture, out allowed) || !double.IsFinite(allowed) || allowed < 0))
            throw new InputException($"--tolerance is '{tolerance}'; valid is a finite number of degrees, 0 or more.");
        PublishedCurves published = PublishedCurves.Read(curves, metric);
        IReadOnlyList<MetricRow> rows = MetricsTable.Read(run);
        string[] models = [.. rows.Select(row => row.Model).Distinct()];
        if (model is null && models.Length > 1)
            throw new InputException($"{run} has several models; give --model, valid is one of {string.Join(", ", models)}.");
        if (model is not null && !models.Contains(model))
            throw new InputException($"--model is '{model}'; valid is one of {string.Join(", ", models)}.");
        IReadOnlyList<CurveComparison> comparisons = CurveComparison.Compare(rows.Where(row => model is null || row.Model == model), published, allowed);
        Print(output, published.Metric, comparisons);
        int diverged = PrintDiverged(error, run, model);
        PrintNotes(error, published, comparisons);
        CurveComparison worst = comparisons.FirstOrDefault(comparison => double.IsNaN(comparison.Worst)) ?? comparisons.MaxBy(comparison => comparison.Worst)!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst deviation {worst.Worst:R} degrees (seed {worst.Seed}, area {worst.Area}, record {worst.WorstRecord})"));
        if (comparisons.Where(comparison => comparison.FirstAbove is not null).MinBy(comparison => comparison.FirstAbove) is not { } first)
            return diverged == 0 ? ExitCodes.Success : ExitCodes.Failed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first record above {allowed:R} degrees: {first.FirstAbove} (seed {first.Seed}, area {first.Area})"));
        return ExitCodes.Failed;
    }

    // However near its records are to the curves, a network that diverged did not follow them.
    private static int PrintDiverged(TextWriter error, string run, string? model)
    {
        string experiment = Path.Combine(run, RunFiles.Experiment);
        if (!File.Exists(experiment))
            return 0;
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(ExperimentReader.Read(experiment));
        int diverged = 0;
        foreach ((int network, FinishedNetwork finished) in FinishedNetworks.Read(run, plans))
        {
            if (finished.End.Divergence is not { } divergence || (model is not null && plans[network].Label != model))
                continue;
            diverged++;
            error.WriteLine($"palactors: {Figures.Name(plans[network])} {DivergenceText.Of(divergence)}");
        }

        return diverged;
    }

    // What was not compared is said: a run that goes on, or was stopped, may be within the tolerance as far as it got.
    private static void PrintNotes(TextWriter error, PublishedCurves published, IReadOnlyList<CurveComparison> comparisons)
    {
        int missing = comparisons.Max(comparison => comparison.Missing), surplus = comparisons.Max(comparison => comparison.Surplus);
        ulong[] absent = [.. published.Seeds.Keys.Except(comparisons.Select(comparison => comparison.Seed)).Order()];
        if (missing > 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"palactors: note: the curves go on for {missing} records that the run does not have; those it has were compared."));
        if (surplus > 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"palactors: note: the run goes on for {surplus} records that the curves do not have; was it recorded as often as they were?"));
        if (absent.Length > 0)
            error.WriteLine($"palactors: note: the curves have the seeds {string.Join(", ", absent)} too, which the run does not have, or not yet.");
    }

    private static void Print(TextWriter output, string metric, IReadOnlyList<CurveComparison> comparisons)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true, Title = new TableTitle(metric) };
        foreach (string column in (string[])["seed", "area", "records", "largest deviation", "at record"])
            table.AddColumn(column, settings => settings.RightAligned());
        foreach (CurveComparison comparison in comparisons)
        {
            table.AddRow(
                comparison.Seed.ToString(CultureInfo.InvariantCulture),
                comparison.Area.ToString(CultureInfo.InvariantCulture),
                comparison.Records.ToString(CultureInfo.InvariantCulture),
                comparison.Worst.ToString("G3", CultureInfo.InvariantCulture),
                comparison.WorstRecord.ToString(CultureInfo.InvariantCulture));
        }

        ConsoleFactory.Create(output).Write(table);
    }
}
