using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using Spectre.Console;

namespace PalActors.Seed.Commands;

/// <summary>What a run would take on each node, from sizes alone: nothing is allocated, so the hierarchy may be far too large for this machine.</summary>
public static class DryRun
{
    /// <summary>Prints areas and nodes as tables.</summary>
    public static void Print(TextWriter output, Experiment read, IReadOnlyList<NetworkPlan> plans, RunPlace place)
    {
        NetworkPlan plan = plans[0];
        IReadOnlyList<AreaFootprint> areas = CellModels.All.Of(plan).Footprints(plan);
        LinkOptions links = new(plan.Layers, plan.Options, new StepOptions(plan.Layers, plan.Options).Dt);
        NodeSeat[] seats = Seats(place);
        (NodeSeat[] used, int[] nodeOfArea) = SeatPlan.Make(Costs(areas), seats, read.Placement);
        double total = areas.Sum(area => area.Cost);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{read.Name}: {plans.Count} network{(plans.Count == 1 ? "" : "s")} of {plan.Schedule.EndTick} ticks; each {areas.Sum(a => a.Neurons):N0} neurons, {areas.Sum(a => a.Synapses):N0} synapses, {Size(areas.Sum(a => a.Bytes))}"));

        Table nodes = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string name in (string[])["node", "areas", "neurons", "synapses", "memory per network", "share of the cost"])
            nodes.AddColumn(name);
        for (int node = 0; node < used.Length; node++)
        {
            AreaFootprint[] here = [.. areas.Where(area => nodeOfArea[area.Area] == node)];
            nodes.AddRow(
                used[node].Name, string.Join(", ", here.Select(area => area.Area)), Count(here.Sum(a => a.Neurons)), Count(here.Sum(a => a.Synapses)), Size(here.Sum(a => a.Bytes)),
                string.Create(CultureInfo.InvariantCulture, $"{100 * here.Sum(a => a.Cost) / total:F1} %"));
        }

        ConsoleFactory.Create(output).Write(nodes);
        if (Idle(areas, read.Placement, place) is { } idle)
            output.WriteLine($"{idle}.");
        if (place.SnapshotEvery is not null)
            PrintUnwritten(output, links, areas);
        int[] crossing = [.. Enumerable.Range(1, plan.Top - 1).Where(area => nodeOfArea[area] != nodeOfArea[area + 1])];
        foreach (string line in Collapsed(crossing, area => Traffic(areas, links, area, place)))
            output.WriteLine(line);
    }

    // Deep hierarchies have many links that are alike: a line for each run of them.
    private static IEnumerable<string> Collapsed(IReadOnlyList<int> areas, Func<int, string> traffic)
    {
        for (int first = 0, next; first < areas.Count; first = next)
        {
            string text = traffic(areas[first]);
            for (next = first + 1; next < areas.Count && traffic(areas[next]) == text;)
                next++;
            int low = areas[first], high = areas[next - 1];
            yield return next == first + 1
                ? $"Between areas {low} and {low + 1}, on different nodes: {text}."
                : $"Between {next - first} pairs of areas on different nodes, "
                    + $"{low} and {low + 1} to {high} and {high + 1}: each {text}.";
        }
    }

    private static double[] Costs(IReadOnlyList<AreaFootprint> areas) => [.. areas.Select(area => area.Cost)];

    private static string Traffic(IReadOnlyList<AreaFootprint> areas, LinkOptions links, int area, RunPlace place)
    {
        long up = 8L * areas[area - 1].ValuesUp, down = 8L * areas[area].ValuesDown;
        LinkTiming above = links.Up(area), below = links.Down(area);
        SendWindow window = new(place.Execution.Window);
        int upward = window.Of(above, links.IsFree, isHere: false);
        int downward = window.Of(below, links.IsFree, isHere: false);
        string delays = above.Delay == 0 && below.Delay == 0
            ? ""
            : $"; delays of {above.Delay} and {below.Delay} ticks, frames of {upward} and {downward}";
        return $"{Size(up)} up and {Size(down)} down per tick{delays}";
    }

    /// <summary>Names the number of nodes that would host no area; null if each hosts one.</summary>
    /// <param name="footprints">Areas of a network of the run.</param>
    /// <param name="placement">Groups of areas as the user wrote them, or null.</param>
    /// <param name="place">Where the run takes place.</param>
    public static string? Idle(
        IReadOnlyList<AreaFootprint> footprints, IReadOnlyList<int[]>? placement, RunPlace place)
    {
        int top = footprints.Count;
        NodeSeat[] seats = Seats(place);
        int used = SeatPlan.Make(Costs(footprints), seats, placement).Used.Length, idle = seats.Length - used;
        string areas = top == 1 ? "1 area" : $"{top} areas";
        string groups = placement is null ? areas : $"{areas} in {used} group{(used == 1 ? "" : "s")}";
        string there = top == 1 ? "there is" : "there are";
        return idle == 0
            ? null
            : $"{idle} of {seats.Length} nodes would host nothing: {there} {groups}";
    }

    private static void PrintUnwritten(TextWriter output, LinkOptions links, IReadOnlyList<AreaFootprint> areas)
    {
        IEnumerable<(int Area, long Bytes)> all = areas.Select(area => (area.Area, SnapshotSize(links, area)));
        (int Area, long Bytes)[] unwritten = [.. all.Where(one => one.Bytes > Array.MaxLength)];
        if (unwritten.Length == 0)
            return;
        string which = string.Join(", ", unwritten.Select(one => one.Area));
        output.WriteLine(
            $"No snapshot of area{(unwritten.Length == 1 ? "" : "s")} {which} could be written: it takes up to "
            + $"{Size(unwritten.Max(one => one.Bytes))}, and a file holds {Size(Array.MaxLength)}. "
            + "The run could neither be recovered nor resumed.");
    }

    // With the emissions on their way.
    private static long SnapshotSize(LinkOptions links, AreaFootprint area)
    {
        long up = area.ValuesUp > 0 ? links.DelayUp[area.Area] * area.ValuesUp : 0;
        long down = area.ValuesDown > 0 ? links.DelayDown[area.Area - 1] * area.ValuesDown : 0;
        return area.SnapshotBytes + ((up + down) * sizeof(double));
    }

    private static NodeSeat[] Seats(RunPlace place)
    {
        IEnumerable<string> names = Enumerable.Range(1, place.Nodes ?? 0).Select(n => $"node {n}");
        if (place.Nodes is null)
            names = ["this process"];
        else if (place.SeedHostsAreas)
            names = names.Prepend("seed");
        return [.. names.Select((name, i) => new NodeSeat(name, Address.AllSystems, i, ActorRefs.Nobody, false))];
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB"),
        < 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:F1} GB"),
    };
}
