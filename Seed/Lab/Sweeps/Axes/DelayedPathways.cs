using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Pathways of a graph whose links are delayed: all of them, or one.</summary>
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
    public override string Example => "all,right-mid";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        "Of a graph of areas, the pathways that are delayed: all, or FROM-TO for one of them. By default all.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option)
    {
        AreaGraph graph = experiment.Graph;
        IEnumerable<string> names = graph.IsChain
            ? []
            : graph.Feedback.Select(pathway => graph.TextOf(new MetricPlace(pathway.From, pathway.To)));
        return Words(option, text, [All, .. names]);
    }

    /// <inheritdoc/>
    public override string Label(string value) => value == All ? "" : value;

    /// <summary>Path of the keys of the delayed links, up to the last name.</summary>
    public string PrefixOf(StudyPoint point) => point[this] == All ? "" : $"pathways.{point[this]}.";
}
