using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Number of areas of a chain, the input included.</summary>
internal sealed class HierarchyDepths : StudyAxis
{
    private const int Shallowest = 3;
    private const int Deepest = 100;

    /// <inheritdoc/>
    public override string Name => "depth";

    /// <inheritdoc/>
    public override string Setting => "depths";

    /// <inheritdoc/>
    public override string Example => "3,5,8";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        "Numbers of areas, input included; hidden areas as large as the experiment's first. By default its own.";

    /// <inheritdoc/>
    public override string Own(Experiment experiment) => experiment.Graph.IsChain
        ? experiment.Layers.Length.ToString(CultureInfo.InvariantCulture)
        : NoChoice;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        experiment.Graph.IsChain
            ? WholeNumbers.Parse(option, Setting, text, Shallowest, Deepest)
            : throw new InputException(
                $"{option} is '{text}', and {experiment.Name} is a graph of areas; "
                + "valid with a chain, given by layers.");

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) =>
        Changes(option, experiment, point.Whole(this));

    /// <inheritdoc/>
    public override IEnumerable<string> Rewritten(Experiment experiment) =>
        Changes(Setting, experiment, Shallowest).Select(change => change.Key);

    // Hidden areas are as large as the experiment's first one.
    private static IReadOnlyList<Override> Changes(string option, Experiment experiment, int depth) =>
        HierarchyShape.Changes(option, experiment, depth - 2, experiment.Layers[1]);
}
