using System.Globalization;
using PalActors.Lab.DryRuns;
using PalActors.Lab.Planning;
using PalActors.Lab.Texts;

namespace PalActors.Cli.DryRuns;

/// <content>Traffic between nodes.</content>
internal sealed partial class DryRun
{
    private void PrintLinks(RunTimes? times)
    {
        PlacedNetwork placed = _kind.Placed;
        PlannedLink[] crossing = [.. placed.Links.Where(placed.Crosses)];
        if (crossing.Length == 0)
            return;
        (int Low, int High)[] pairs = [.. crossing.Select(link => (link.Low, link.High)).Distinct().Order()];
        List<string[]> rows = [];
        // Deep hierarchies have many links that are alike: a line for each run of them.
        foreach (Range alike in Runs.Of(pairs, pair => string.Join('\t', LinkCells(crossing, pair))))
        {
            (int Low, int High)[] some = pairs[alike];
            string between = some.Length == 1
                ? Name(some[0])
                : $"{Name(some[0])} to {Name(some[^1])}: {some.Length} pairs, each";
            rows.Add([between, .. LinkCells(crossing, some[0])]);
        }

        string[] columns =
            ["between areas", "up per tick", "down per tick", "delay up, down", "ticks in a frame up, down"];
        PrintTable(columns, rows);
        PrintNodes(times);

        string Name((int Low, int High) pair) =>
            $"{placed.Graph.Name(pair.Low)} and {placed.Graph.Name(pair.High)}";
    }

    private string[] LinkCells(PlannedLink[] crossing, (int Low, int High) pair)
    {
        PlannedLink? up = Array.Find(crossing, link => link.IsUp && (link.Low, link.High) == pair);
        PlannedLink? down = Array.Find(crossing, link => !link.IsUp && (link.Low, link.High) == pair);
        return
        [
            Text(up, link => ByteSizes.Text(link.TickBytes)),
            Text(down, link => ByteSizes.Text(link.TickBytes)),
            $"{Text(up, link => $"{link.Timing.Delay}")}, {Text(down, link => $"{link.Timing.Delay}")}",
            $"{Text(up, Frame)}, {Text(down, Frame)}",
        ];

        static string Text(PlannedLink? link, Func<PlannedLink, string> text) => link is null ? "-" : text(link);

        string Frame(PlannedLink link) => $"{_kind.Placed.FrameTicks(link)}";
    }

    // Per tick those of one network, per second those of all side by side.
    private void PrintNodes(RunTimes? times)
    {
        PlacedNetwork placed = _kind.Placed;
        TickTime? tick = times?.Of(_kind);
        double total = placed.Areas.Sum(area => area.Cost);
        string[] names = [.. Enumerable.Range(0, placed.Nodes).Select(node => _run.Seats[node].Name)];
        string[][] cells = [.. Enumerable.Range(0, placed.Nodes).Select(Cells)];
        List<string[]> rows = [];
        foreach (Range alike in Runs.OfMany(cells, one => string.Join('\t', one)))
            rows.Add([NodeSeats.Names(names[alike]), .. cells[alike.Start.Value]]);
        PrintTable(["node", "cost", "computes per tick", "sends per tick", "takes per tick", "sends", "takes"], rows);

        string[] Cells(int node)
        {
            (double sent, double taken) = placed.Wire(node);
            return
            [
                Percent(placed.Of(node).Sum(area => area.Cost) / total),
                tick is null ? "" : TimeTexts.Short(tick.Computing[node]),
                ByteSizes.Text((long)sent),
                ByteSizes.Text((long)taken),
                Rate(sent),
                Rate(taken),
            ];
        }

        string Rate(double bytes) => tick is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $"{_run.SideBySide * bytes / tick.Seconds / 1e6:0.00} MB/s");
    }
}
