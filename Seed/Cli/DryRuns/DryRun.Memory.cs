using System.Globalization;
using PalActors.Lab.DryRuns;
using PalActors.Lab.Planning;
using PalActors.Lab.Texts;
using PalActors.Messages.Plan;

namespace PalActors.Cli.DryRuns;

/// <content>Memory of each process.</content>
internal sealed partial class DryRun
{
    private const double MiB = 1 << 20;

    private void PrintMemory()
    {
        AreaGraph graph = _kind.Placed.Graph;
        (string Name, string Areas, string[] Cells)[] processes = [.. PlannedProcess.Of(_run).Select(one =>
            (one.Name, graph.Names([.. one.Areas.Select(area => area.Area)]), Cells(one.Memory)))];
        List<string[]> rows = [];
        foreach (Range alike in Runs.OfMany(processes, one => string.Join('\t', one.Cells)))
        {
            (string Name, string Areas, string[] Cells)[] some = processes[alike];
            string areas = some.Length > 3
                ? $"{some[0].Areas} to {some[^1].Areas}"
                : string.Join("; ", some.Select(one => one.Areas));
            rows.Add([NodeSeats.Names([.. some.Select(one => one.Name)]), areas, .. some[0].Cells]);
        }

        PrintTable(["process", "areas", "state", "links", "copies", "data", "other", "heap", "docker run -m"], rows);
        _output.WriteLine("Copies: captured states, at the end, for snapshots and on their way. Other: program, gaps.");
        _output.WriteLine("A container needs more than the heap: .NET takes at most 75 % of its memory for it.");
    }

    private static string[] Cells(ProcessMemory memory) =>
    [
        ByteSizes.Text(memory.State), ByteSizes.Text(memory.Links), ByteSizes.Text(memory.Copies),
        ByteSizes.Text(memory.Data), ByteSizes.Text(memory.Unused + memory.Runtime), ByteSizes.Text(memory.Heap),
        Limit(memory.Container / MiB),
    ];

    // As Docker reads it: in steps of 10 MiB, or of a GiB where that is less than a tenth.
    private static string Limit(double mebibytes) => mebibytes < 10 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(mebibytes / 10) * 10:0}m")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(mebibytes / 1024):0}g");
}
