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
            if (Problem(graph, plan.Data, inputs, targets, classes: 0) is { } problem)
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

    /// <summary>Finds the first area of a graph that does not fit the data, in a line; null if all do.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="data">Name of the data.</param>
    /// <param name="inputs">Columns of the data's inputs.</param>
    /// <param name="targets">Columns of the data's targets.</param>
    /// <param name="classes">Classes that are read out, each by a cell of its own; 0 if none are.</param>
    public static string? Problem(AreaGraph graph, string data, int inputs, int targets, int classes) =>
        graph.Inputs.Select(area => Problem(graph, area, "inputs", graph.InputColumns(area), data, inputs))
            .Concat(graph.Targeted.Select(area => TooManyCells(graph, area, data, targets, classes)
                ?? Problem(graph, area, "target", graph.TargetColumns(area), data, targets)
                ?? TooFewClasses(graph, area, data, classes)))
            .FirstOrDefault(problem => problem is not null);

    // The columns of 'target: all' follow from the cells.
    private static string? TooManyCells(AreaGraph graph, int area, string data, int targets, int classes)
    {
        int cells = graph.Cells[area];
        if (cells <= targets || !graph.TargetColumns(area).SequenceEqual(Enumerable.Range(0, cells)))
            return null;
        string what = classes > 0 ? "classes" : "target columns";
        string valid = classes > 0 && area == graph.ReadOut ? $"{classes}" : $"1 to {targets}";
        return $"areas.{graph.Name(area)}.cells is {cells} with target all; valid is {valid}, the {what} of {data}.";
    }

    // A class without a cell is never decided for, and its samples would count as another.
    private static string? TooFewClasses(AreaGraph graph, int area, string data, int classes) =>
        classes == 0 || area != graph.ReadOut || graph.TargetColumns(area).Count >= classes
            ? null
            : $"areas.{graph.Name(area)}.cells is {graph.Cells[area]}, and classes are read out of it; "
                + $"valid is {classes}, the classes of {data}.";

    private static string? Problem(
        AreaGraph graph, int area, string key, IReadOnlyList<int> columns, string data, int count)
    {
        int[] lacking = [.. columns.Where(column => column < 0 || column >= count)];
        return lacking.Length == 0
            ? null
            : $"areas.{graph.Name(area)}.{key} names column {lacking[0]} of {data}; valid is 0 to {count - 1}.";
    }
}
