using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Numbers of values that the scopes of parameters mean in a network.</summary>
public static class ParameterScopes
{
    /// <summary>True if a parameter may have one value per area or pathway.</summary>
    public static bool HasSeveral(this ParameterScope scope) =>
        scope is not (ParameterScope.Network or ParameterScope.Teacher);

    /// <summary>True if its values are those of pathways.</summary>
    public static bool IsOfPathways(this ParameterScope scope) =>
        scope is ParameterScope.Pathway or ParameterScope.Feedback;

    /// <summary>Number of areas or pathways that have a value.</summary>
    /// <param name="scope">A scope with several values.</param>
    /// <param name="graph">The network.</param>
    public static int Count(this ParameterScope scope, AreaGraph graph) => scope switch
    {
        ParameterScope.Cortical => graph.WithCells.Count,
        ParameterScope.Hidden => graph.Hidden.Count,
        ParameterScope.Pathway => graph.Pathways.Count,
        ParameterScope.Feedback => graph.Feedback.Count,
        _ => 1,
    };

    /// <summary>Number and name of what has a value, for messages: <c>2 hidden areas</c>.</summary>
    /// <param name="scope">A scope with several values.</param>
    /// <param name="graph">The network.</param>
    public static string Describe(this ParameterScope scope, AreaGraph graph)
    {
        int count = scope.Count(graph);
        return $"{count} {scope.Name(count, graph.IsChain)}";
    }

    /// <summary>Name of what has a value, in the plural unless there is one.</summary>
    /// <param name="scope">A scope with several values.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="isChain">True for a chain, whose pathways are known by their areas.</param>
    public static string Name(this ParameterScope scope, int count, bool isChain)
    {
        string s = count == 1 ? "" : "s";
        return scope switch
        {
            ParameterScope.Pathway when !isChain => $"pathway{s}",
            ParameterScope.Feedback when !isChain => $"pathway{s} between areas with cells",
            ParameterScope.Cortical or ParameterScope.Pathway => $"area{s} above the input",
            _ => $"hidden area{s}",
        };
    }
}
