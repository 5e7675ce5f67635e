using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The value of a parameter in an area or along a pathway, as an entry of a graph gives it.</summary>
/// <param name="Area">The area that owns it.</param>
/// <param name="Where">The entry that gives it, for instance <c>areas.left</c>; else that of the area.</param>
/// <param name="Entry">The value; null where the one beside areas holds.</param>
internal readonly record struct OwnValue(int Area, string Where, YamlEntry? Entry)
{
    /// <summary>All values of a parameter, in their order; a pathway's comes before its area's.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="parameter">The parameter, one with several values.</param>
    public static OwnValue[] All(ReadGraph graph, ParameterDescriptor parameter)
    {
        AreaGraph areas = graph.Graph;
        return parameter.Scope switch
        {
            ParameterScope.Cortical => [.. areas.WithCells.Select(OfArea)],
            ParameterScope.Hidden => [.. areas.Hidden.Select(OfArea)],
            ParameterScope.Pathway => [.. areas.Pathways.Select(one => OfPathway(one, one.To))],
            _ => [.. areas.Feedback.Select(one => OfPathway(one, one.From))],
        };

        OwnValue OfArea(int area) => new(area, $"areas.{areas.Name(area)}", Find(graph.OfAreas[area]));

        OwnValue OfPathway(Pathway pathway, int area) => Find(graph.OfPathways[pathway.Index]) is { } own
            ? new OwnValue(area, $"pathways.{areas.Name(pathway)}", own)
            : OfArea(area);

        YamlEntry? Find(IReadOnlyList<YamlEntry> own) => own.FirstOrDefault(entry => entry.Key == parameter.Name);
    }
}
