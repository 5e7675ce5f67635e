using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Check of the sizes of a network.</summary>
internal static class LayerCheck
{
    /// <summary>Refuses sizes that make no hierarchy, or matrices that are too large.</summary>
    /// <param name="graph">Areas and pathways.</param>
    /// <exception cref="ParameterException">A size is refused.</exception>
    public static void Check(AreaGraph graph)
    {
        int[] cells = graph.Cells;
        string key = graph.IsChain ? "layers" : "areas";
        if (graph.IsChain && cells.Length < 2)
        {
            throw new ParameterException(
                key, $"layers has {cells.Length} sizes; a hierarchy has at least an input and one area above it.");
        }

        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i] < 1)
                throw new ParameterException(key, $"{key}[{i}] is {cells[i]}; an area has at least 1 neuron.");
        }

        foreach (Pathway pathway in graph.Pathways)
            CheckMatrix(graph, pathway, key);
    }

    // W of a pathway has the shape of its B, transposed.
    private static void CheckMatrix(AreaGraph graph, Pathway pathway, string key)
    {
        int rows = graph.Cells[pathway.To], columns = graph.Cells[pathway.From];
        long weights = Math.Max(WeightMatrix.PaddedSize(rows, columns), WeightMatrix.PaddedSize(columns, rows));
        if (weights <= WeightMatrix.MostWeights)
            return;
        string below = graph.IsChain ? "below" : $"in area {graph.Name(pathway.From)} below";
        throw new ParameterException(
            key,
            $"{key} has {rows} neurons in area {graph.Name(pathway.To)} and {columns} {below}, "
            + $"{(long)rows * columns} weights between them; "
            + $"valid is at most {WeightMatrix.MostWeights} in a matrix.");
    }
}
