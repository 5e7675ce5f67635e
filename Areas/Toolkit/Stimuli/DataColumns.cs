using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Check that data have what a network shows.</summary>
public static class DataColumns
{
    /// <summary>Refuses a network whose input and targets are not those of the data.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="inputs">Columns of the data's inputs.</param>
    /// <param name="targets">Columns of the data's targets.</param>
    /// <exception cref="ParameterException">A size differs, or a column is not there.</exception>
    public static void Check(NetworkPlan plan, int inputs, int targets)
    {
        AreaGraph graph = plan.Graph;
        if (graph.IsChain)
        {
            if (plan.Layers[0] == inputs && plan.Layers[^1] == targets)
                return;
            throw new ParameterException(
                "layers",
                $"layers is {string.Join(", ", plan.Layers)}; "
                + $"data {plan.Data} takes {inputs} in the first and {targets} in the last.");
        }

        foreach (int area in graph.Inputs)
            Check(graph.Name(area), "inputs", graph.InputColumns(area), plan.Data, inputs);
        foreach (int area in graph.Targeted)
            Check(graph.Name(area), "target", graph.TargetColumns(area), plan.Data, targets);
    }

    private static void Check(string area, string key, IReadOnlyList<int> columns, string data, int count)
    {
        foreach (int column in columns)
        {
            if (column >= 0 && column < count)
                continue;
            throw new ParameterException(
                "areas", $"{key} of area {area} names column {column} of data {data}; valid is 0 to {count - 1}.");
        }
    }
}
