using System.Globalization;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using Spectre.Console;

namespace PalActors.Seed.Commands;

/// <summary>Requirements of a run on each node, from sizes alone.</summary>
/// <remarks>Nothing is allocated, so the hierarchy may be far too large for this machine.</remarks>
internal sealed partial class DryRun
{
    private readonly TextWriter _output;
    private readonly Experiment _read;
    private readonly RunPlace _place;
    private readonly IReadOnlyList<NetworkPlan> _plans;
    private readonly NetworkPlan _plan;
    private readonly IReadOnlyList<AreaFootprint> _areas;
    private readonly LinkOptions _links;

    /// <summary>The run of an experiment.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="read">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="place">Place of the run.</param>
    public DryRun(TextWriter output, Experiment read, IReadOnlyList<NetworkPlan> plans, RunPlace place)
    {
        (_output, _read, _place, _plans, _plan) = (output, read, place, plans, plans[0]);
        _areas = read.Cells.Footprints(_plan);
        _links = LinkOptions.Of(_plan);
    }

    /// <summary>Prints areas and nodes as tables.</summary>
    public void Print()
    {
        (NodeRef[] used, int[] nodeOfArea) =
            NodeSeats.Place(_plan.Graph, _areas, _read.Placement, NodeSeats.Of(_place));
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_read.Name}: {_plans.Count} network{(_plans.Count == 1 ? "" : "s")} of {_plan.Schedule.EndTick} ticks; "
            + $"each {_areas.Sum(a => a.Neurons):N0} neurons, {_areas.Sum(a => a.Synapses):N0} synapses, "
            + $"{ByteSizes.Text(_areas.Sum(a => a.Bytes))}"));
        PrintNodes(used, nodeOfArea);
        if (NodeSeats.Idle(_plan.Graph, _areas, _read.Placement, _place) is { } idle)
            _output.WriteLine($"{idle}.");
        if (_place.SnapshotEvery is not null)
            PrintSnapshots();
        AreaGraph graph = _plan.Graph;
        Pathway[] crossing = [.. graph.Feedback.Where(one => nodeOfArea[one.From] != nodeOfArea[one.To])];
        IEnumerable<string> lines = graph.IsChain
            ? Collapsed([.. crossing.Select(one => one.From)], area => Traffic(_links.PathwayAbove(area)))
            : crossing.Select(one =>
                $"Between {graph.Name(one.From)} and {graph.Name(one.To)}, on different nodes: {Traffic(one)}.");
        foreach (string line in lines)
            _output.WriteLine(line);
    }

    private void PrintNodes(NodeRef[] used, int[] nodeOfArea)
    {
        double total = _areas.Sum(area => area.Cost);
        string[] columns = ["node", "areas", "neurons", "synapses", "memory per network", "share of the cost"];
        Table nodes = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (string name in columns)
            nodes.AddColumn(name);
        for (int node = 0; node < used.Length; node++)
        {
            AreaFootprint[] here = [.. _areas.Where(area => nodeOfArea[area.Area] == node)];
            nodes.AddRow(
                used[node].Name,
                string.Join(", ", here.Select(area => area.Area)),
                Count(here.Sum(a => a.Neurons)),
                Count(here.Sum(a => a.Synapses)),
                ByteSizes.Text(here.Sum(a => a.Bytes)),
                string.Create(CultureInfo.InvariantCulture, $"{100 * here.Sum(a => a.Cost) / total:F1} %"));
        }

        ConsoleFactory.Create(_output).Write(nodes);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
