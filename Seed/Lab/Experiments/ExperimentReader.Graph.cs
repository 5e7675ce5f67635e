using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>Graphs of areas in place of a chain of layers.</content>
internal sealed partial class ExperimentReader
{
    private ReadGraph Graph(YamlEntry areas, ExperimentTask task, DataSetDescriptor? data)
    {
        if (Find("layers") is { } layers)
            throw layers.Source.Error("layers is given beside areas; valid is one of them.");
        if (!_keys.Cells.TakesGraphs)
        {
            throw areas.Source.Error(
                $"areas is given, and networks of cells {_keys.Cells.Name} are chains; valid is layers.");
        }

        if (!task.TakesGraphs)
        {
            string tasks = string.Join(", ", ExperimentTask.All.Where(one => one.TakesGraphs).Select(one => one.Name));
            throw areas.Source.Error(
                $"areas is given, and task {task.Name} is for chains; valid with areas is {tasks}.");
        }

        ReadGraph graph = new GraphReader(_keys, areas, Find("pathways")).Read();
        if (Find("read_out") is { } readOut)
            graph = WithReadOut(graph, readOut);
        if (data is null)
            return graph;
        if (graph.Graph.ReadOut is null)
        {
            int targets = graph.Graph.Targeted.Count;
            throw areas.Source.Error(
                $"areas has {targets} areas with a target, and classes are read out of one; "
                + (targets == 0 ? "valid is a target in one." : "valid is read_out with the name of one."));
        }

        CheckColumns(areas, graph, data);
        return graph;
    }

    private static ReadGraph WithReadOut(ReadGraph graph, YamlEntry entry)
    {
        string[] names = [.. graph.Graph.Targeted.Select(graph.Graph.Name)];
        string name = ValueReader.Text(entry);
        if (!names.Contains(name))
        {
            throw entry.Source.Error(
                $"read_out is '{name}'; valid with areas is one with a target: {string.Join(", ", names)}.");
        }

        // A copy by 'with' would keep the graph without it.
        AreaPlan[] areas = [.. graph.Areas.Select(area => area with { IsReadOut = area.Name == name })];
        return new ReadGraph(graph.Cells, areas, graph.Pathways, graph.OfAreas, graph.OfPathways);
    }

    // What is in files decides about their inputs, once they are opened.
    private static void CheckColumns(YamlEntry areas, ReadGraph graph, DataSetDescriptor data)
    {
        int targets = data.Classes > 0 ? data.Classes : int.MaxValue;
        string? problem = DataColumns.Problem(
            graph.Graph, data.Name, data.Inputs ?? int.MaxValue, targets, data.Classes);
        if (problem is null)
            return;
        throw areas.Source.Error(problem);
    }
}
