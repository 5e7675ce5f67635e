using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Writes areas and pathways of the effective experiment, with parameters that differ among them.</summary>
internal static class GraphWriter
{
    /// <summary>True if entries of areas or pathways hold a parameter, so that it has no line of its own.</summary>
    public static bool Holds(Experiment experiment, PlanOption option) =>
        !experiment.Graph.IsChain && option.Values.Length > 1 && ScopeOf(experiment, option).HasSeveral();

    /// <summary>The keys <c>areas</c> and <c>pathways</c>.</summary>
    public static string Write(Experiment experiment)
    {
        AreaGraph graph = experiment.Graph;
        PlanOption[] held = [.. experiment.Parameters.Where(option => Holds(experiment, option))];
        StringBuilder yaml = new("areas:\n");
        for (int area = 0; area < graph.Count; area++)
            Append(yaml, [.. Area(graph, area), .. Own(experiment, held, area)]);
        yaml.Append("pathways:\n");
        foreach (Pathway pathway in graph.Pathways)
        {
            string[] ends = [$"from: {graph.Name(pathway.From)}", $"to: {graph.Name(pathway.To)}"];
            Append(yaml, [.. ends, .. Own(experiment, held, pathway)]);
        }

        return yaml.ToString();
    }

    private static IEnumerable<string> Area(AreaGraph graph, int area)
    {
        yield return $"name: {graph.Name(area)}";
        if (graph.IsInput(area))
            yield return $"inputs: {Columns(graph.InputColumns(area))}";
        else
            yield return string.Create(CultureInfo.InvariantCulture, $"cells: {graph.Cells[area]}");
        if (graph.IsTargeted(area))
            yield return $"target: {Columns(graph.TargetColumns(area))}";
    }

    private static IEnumerable<string> Own(Experiment experiment, PlanOption[] held, int area)
    {
        AreaGraph graph = experiment.Graph;
        foreach (PlanOption option in held)
        {
            int place = ScopeOf(experiment, option) switch
            {
                ParameterScope.Cortical => graph.PlaceOf(area),
                ParameterScope.Hidden => graph.Hidden.ToList().IndexOf(area),
                _ => -1,
            };
            if (place >= 0)
                yield return $"{option.Name}: {Value(option, place)}";
        }
    }

    private static IEnumerable<string> Own(Experiment experiment, PlanOption[] held, Pathway pathway)
    {
        AreaGraph graph = experiment.Graph;
        foreach (PlanOption option in held)
        {
            int place = ScopeOf(experiment, option) switch
            {
                ParameterScope.Pathway => pathway.Index,
                ParameterScope.Feedback => graph.Feedback.ToList().IndexOf(pathway),
                _ => -1,
            };
            if (place >= 0)
                yield return $"{option.Name}: {Value(option, place)}";
        }
    }

    private static string Value(PlanOption option, int place)
    {
        List<string> values = [string.Create(CultureInfo.InvariantCulture, $"0: {option.Values[place]}")];
        string last = option.Values[place];
        foreach (EpochValues later in option.Later.Where(later => later.Values[place] != last))
        {
            last = later.Values[place];
            values.Add(string.Create(CultureInfo.InvariantCulture, $"{later.Epoch}: {last}"));
        }

        return values.Count == 1 ? last : $"{{{string.Join(", ", values)}}}";
    }

    private static ParameterScope ScopeOf(Experiment experiment, PlanOption option) =>
        experiment.Keys.Parameters.Find(option.Name)!.Scope;

    private static string Columns(IReadOnlyList<int> columns) =>
        YamlText.List(columns.Select(column => column.ToString(CultureInfo.InvariantCulture)));

    private static void Append(StringBuilder yaml, IEnumerable<string> items) =>
        yaml.Append("  - {").AppendJoin(", ", items).Append("}\n");
}
