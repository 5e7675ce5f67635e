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
        if (!graph.IsChain)
        {
            if (Problem(graph, plan.Data, inputs, targets) is { } problem)
                throw new ParameterException("areas", problem);
            return;
        }

        if (plan.Layers[0] == inputs && plan.Layers[^1] == targets)
            return;
        throw new ParameterException(
            "layers",
            $"layers is {string.Join(", ", plan.Layers)}; "
            + $"data {plan.Data} takes {inputs} in the first and {targets} in the last.");
    }

    /// <summary>Finds the first column of a graph that the data lack, in one line; null if there is none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="data">Name of the data.</param>
    /// <param name="inputs">Columns of the data's inputs.</param>
    /// <param name="targets">Columns of the data's targets.</param>
    public static string? Problem(AreaGraph graph, string data, int inputs, int targets) =>
        graph.Inputs.Select(area => Problem(graph, area, "inputs", graph.InputColumns(area), data, inputs))
            .Concat(graph.Targeted.Select(area =>
                Problem(graph, area, "target", graph.TargetColumns(area), data, targets)))
            .FirstOrDefault(problem => problem is not null);

    private static string? Problem(
        AreaGraph graph, int area, string key, IReadOnlyList<int> columns, string data, int count)
    {
        int[] lacking = [.. columns.Where(column => column < 0 || column >= count)];
        return lacking.Length == 0
            ? null
            : $"areas.{graph.Name(area)}.{key} names column {lacking[0]} of {data}; valid is 0 to {count - 1}.";
    }
}
