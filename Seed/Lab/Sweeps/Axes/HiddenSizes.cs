using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Cells of each hidden area of a chain.</summary>
internal sealed class HiddenSizes : StudyAxis
{
    /// <inheritdoc/>
    public override string Name => "size";

    /// <inheritdoc/>
    public override string Setting => "sizes";

    /// <inheritdoc/>
    public override string Default => "5,10,15,20,30,60,120";

    /// <inheritdoc/>
    public override string Example => "5,30,120";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        $"Cells of each hidden area; a list or lo:hi:n. By default {Default}.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        WholeNumbers.Parse(option, Setting, text, 1, int.MaxValue);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) =>
        HierarchyShape.Changes(option, experiment, point.Whole(StudyAxes.Areas), point.Whole(this), keepsOwn: true);

    /// <inheritdoc/>
    public override IEnumerable<string> Rewritten(Experiment experiment) =>
        HierarchyShape.Changes(Setting, experiment, hidden: 1, size: 1).Select(change => change.Key);
}
