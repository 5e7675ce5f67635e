using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Number of hidden areas of a chain, all of one size.</summary>
/// <remarks>The changes are those of <see cref="HiddenSizes"/>.</remarks>
internal sealed class HiddenAreas : StudyAxis
{
    private const int Most = 98;

    /// <inheritdoc/>
    public override string Name => "hidden_areas";

    /// <inheritdoc/>
    public override string Setting => "hidden-areas";

    /// <inheritdoc/>
    public override string Default => "1";

    /// <inheritdoc/>
    public override string Example => "1,2";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        $"Numbers of hidden areas, all of one size; a list. By default {Default}.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        WholeNumbers.Parse(option, Setting, text, 1, Most);
}
