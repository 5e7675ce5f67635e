using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Cli.Reports;

/// <summary>Prints the comparison of a run with curves.</summary>
/// <param name="models">The cell models.</param>
/// <param name="output">Receives the result.</param>
/// <param name="log">Receives notes.</param>
/// <param name="published">The curves.</param>
/// <param name="comparisons">The comparisons, at least one.</param>
internal sealed class CompareReport(
    ModelRegistry models,
    TextWriter output,
    ProgramLog log,
    PublishedCurves published,
    IReadOnlyList<CurveComparison> comparisons)
{
    /// <summary>Prints it.</summary>
    /// <param name="run">The folder of the run.</param>
    /// <param name="model">The compared model, or null for the only one.</param>
    /// <param name="allowed">Largest deviation allowed, degrees.</param>
    /// <returns>The exit code.</returns>
    public int Print(string run, string? model, double allowed)
    {
        PrintTable();
        int diverged = PrintDiverged(run, model);
        PrintNotes();
        CurveComparison worst = comparisons.FirstOrDefault(comparison => double.IsNaN(comparison.Worst))
            ?? comparisons.MaxBy(comparison => comparison.Worst)!;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"worst deviation {worst.Worst:R} degrees "
            + $"(seed {worst.Seed}, {worst.Where}, record {worst.WorstRecord})"));
        IEnumerable<CurveComparison> above = comparisons.Where(comparison => comparison.FirstAbove is not null);
        if (above.MinBy(comparison => comparison.FirstAbove) is not { } first)
            return diverged == 0 ? ExitCodes.Success : ExitCodes.Failed;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first record above {allowed:R} degrees: {first.FirstAbove} (seed {first.Seed}, {first.Where})"));
        return ExitCodes.Failed;
    }

    private void PrintTable()
    {
        TableTitle title = new(published.Metric);
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true, Title = title };
        foreach (string column in (string[])["seed", "area", "records", "largest deviation", "at record"])
            table.AddColumn(column, settings => settings.RightAligned());
        foreach (CurveComparison comparison in comparisons)
        {
            table.AddRow(
                comparison.Seed.ToString(CultureInfo.InvariantCulture),
                comparison.Place,
                comparison.Records.ToString(CultureInfo.InvariantCulture),
                comparison.Worst.ToString("G3", CultureInfo.InvariantCulture),
                comparison.WorstRecord.ToString(CultureInfo.InvariantCulture));
        }

        ConsoleFactory.Create(output).Write(table);
    }

    // A network that diverged did not follow the curves, however near its records are to them.
    private int PrintDiverged(string run, string? model)
    {
        string path = Path.Combine(run, RunFiles.Experiment);
        if (!File.Exists(path))
            return 0;
        Experiment experiment = ExperimentReader.Read(models, path);
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(experiment);
        int diverged = 0;
        foreach ((int network, FinishedNetwork finished) in FinishedNetworks.Read(run, plans))
        {
            NetworkPlan plan = plans[network];
            if (finished.End.Divergence is not { } divergence || (model is not null && plan.Label != model))
                continue;
            diverged++;
            log.Problem(DivergenceText.Line(plan, experiment.Cells, divergence));
        }

        return diverged;
    }

    // Names the records that were not compared: those of an unfinished run may be within the tolerance so far.
    private void PrintNotes()
    {
        int missing = comparisons.Max(comparison => comparison.Missing);
        int surplus = comparisons.Max(comparison => comparison.Surplus);
        ulong[] absent = [.. published.Seeds.Keys.Except(comparisons.Select(c => c.Seed)).Order()];
        if (missing > 0)
        {
            log.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"the curves go on for {missing} records that the run does not have; those it has were compared."));
        }

        if (surplus > 0)
        {
            log.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"the run goes on for {surplus} records that the curves do not have; "
                + $"was it recorded as often as they were?"));
        }

        if (absent.Length > 0)
        {
            log.Note($"the curves have the seeds {string.Join(", ", absent)} too, "
                + "which the run does not have, or not yet.");
        }
    }
}
