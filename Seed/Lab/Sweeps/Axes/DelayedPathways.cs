using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Pathways of a graph whose links are delayed: all of them, those out of one area, or one.</summary>
internal sealed class DelayedPathways : StudyAxis
{
    private const string All = "all";

    /// <inheritdoc/>
    public override string Name => "pathway";

    /// <inheritdoc/>
    public override string Setting => "pathways";

    /// <inheritdoc/>
    public override string Default => All;

    /// <inheritdoc/>
    public override string Example => "all,right,right-mid";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        "Of a graph of areas, the pathways that are delayed: all, AREA for those out of an area, or FROM-TO for one. "
        + "By default all.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option)
    {
        AreaGraph graph = experiment.Graph;
        IEnumerable<Pathway> pathways = graph.IsChain ? [] : graph.Feedback;
        return Words(
            option,
            text,
            [All, .. pathways.Select(p => graph.Name(p.From)).Distinct(), .. pathways.Select(graph.Name)]);
    }

    /// <inheritdoc/>
    public override string Label(string value) => value == All ? "" : value;

    /// <summary>Paths of the keys of the delayed links, up to the last name.</summary>
    public IEnumerable<string> PrefixesOf(StudyPoint point, Experiment experiment)
    {
        string value = point[this];
        AreaGraph graph = experiment.Graph;
        return value == All
            ? [""]
            : graph.Feedback.Where(p => value == graph.Name(p.From) || value == graph.Name(p))
                .Select(p => $"pathways.{graph.Name(p)}.");
    }
}
