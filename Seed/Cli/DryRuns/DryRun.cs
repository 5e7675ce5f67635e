using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.DryRuns;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Lab.Texts;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Cli.DryRuns;

/// <summary>Requirements of a run on each machine: memory, disk, traffic and time.</summary>
/// <remarks>
/// They follow from sizes alone, so the hierarchy may be far too large for this machine; only times come from a few
/// ticks of its areas, or of smaller ones.
/// </remarks>
internal sealed partial class DryRun
{
    private readonly TextWriter _output;
    private readonly ModelRegistry _models;
    private readonly DryRunOptions _options;
    private readonly PlannedRun _run;
    private readonly PlannedKind _kind;

    /// <summary>The run of an experiment.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="models">The cell models.</param>
    /// <param name="read">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="place">Place of the run.</param>
    /// <param name="options">Assumptions about the machines.</param>
    public DryRun(
        TextWriter output, ModelRegistry models, Experiment read, IReadOnlyList<NetworkPlan> plans, RunPlace place,
        DryRunOptions options)
    {
        (_output, _models, _options) = (output, models, options);
        _run = new PlannedRun(read, plans, place, options.Cores);
        _kind = _run.Largest;
    }

    /// <summary>Prints all of it.</summary>
    public void Print()
    {
        RunTimes? times = _options.Calibrates ? RunTimes.Measure(_models, _run, _options) : null;
        PrintNetworks();
        PrintAreas(times);
        if (NodeSeats.Idle(_kind.Placed.Graph, _kind.Placed.Areas, _run.Read.Placement, _run.Place) is { } idle)
            _output.WriteLine($"{idle}.");
        PrintMemory();
        PrintSnapshots();
        PrintLinks(times);
        PrintTimes(times);
    }

    private void PrintNetworks()
    {
        IReadOnlyList<AreaFootprint> areas = _kind.Placed.Areas;
        string largest = _run.Kinds.Count > 1 ? $" (the largest: {_kind.Plan.Label})" : "";
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_run.Read.Name}: {Plural(_run.Plans.Count, "network")} of {_kind.Plan.Schedule.EndTick:N0} ticks; each "
            + $"{areas.Sum(a => a.Neurons):N0} neurons, {areas.Sum(a => a.Synapses):N0} synapses, "
            + $"{ByteSizes.Text(_kind.State)}{largest}"));
    }

    // A line for each run of areas that are alike.
    private void PrintAreas(RunTimes? times)
    {
        List<string[]> rows = [];
        IReadOnlyList<AreaFootprint> areas = _kind.Placed.Areas;
        IReadOnlyList<double>? seconds = times?.SecondsOf(_kind);
        double total = areas.Sum(area => area.Cost);
        foreach (Range alike in Runs.Of(areas, area => area with { Area = 0 }))
        {
            AreaFootprint[] some = [.. areas.Take(alike)];
            AreaFootprint area = some[0];
            rows.Add(
            [
                Names(some),
                Count(area.Neurons),
                Count(area.Synapses),
                ByteSizes.Text(area.Bytes),
                ByteSizes.Text(SnapshotSizes.Of(area, _kind.Placed.Links)),
                Percent(area.Cost / total),
                seconds is null ? "" : TimeTexts.Short(seconds.Take(alike).Average()),
            ]);
        }

        PrintTable(["area", "neurons", "synapses", "state", "snapshot", "cost", "per tick"], rows);
    }

    private string Names(AreaFootprint[] alike)
    {
        string names = _kind.Placed.Graph.Names([.. alike.Select(area => area.Area)]);
        return names + (alike.Length > 1 ? ", each" : "");
    }

    // Cells that are empty in all rows are left out with their column.
    private void PrintTable(string[] columns, IReadOnlyList<string[]> rows)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        int[] shown = [.. Enumerable.Range(0, columns.Length).Where(i => rows.Any(row => row[i].Length > 0))];
        foreach (int i in shown)
        {
            bool isNumber = rows.Any(row => row[i].Length > 0 && char.IsDigit(row[i][0])) && i > 0;
            table.AddColumn(columns[i], column => column.Alignment = isNumber ? Justify.Right : Justify.Left);
        }

        foreach (string[] row in rows)
            table.AddRow([.. shown.Select(i => new Text(row[i]))]);
        ConsoleFactory.Create(_output).Write(table);
    }

    private static string Plural(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} %");
}
