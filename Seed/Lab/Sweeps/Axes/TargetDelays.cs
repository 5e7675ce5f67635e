using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Time at which target and read-out act.</summary>
internal sealed class TargetDelays : StudyAxis
{
    private const string Immediate = "immediate";
    private const string Aligned = "aligned";

    /// <inheritdoc/>
    public override string Name => "target";

    /// <inheritdoc/>
    public override string Setting => "targets";

    /// <inheritdoc/>
    public override string Default => Immediate;

    /// <inheritdoc/>
    public override string Example => $"{Immediate},{Aligned}";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        "When target and read-out act: immediate, or aligned (later by the delays of all links up). "
        + "By default immediate.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        Words(option, text, [Immediate, Aligned]);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) =>
        point[this] == Immediate ? [] : [new Override(option, "target_delay", point[this])];

    /// <inheritdoc/>
    public override string Label(string value) => value == Immediate ? "" : "target aligned";
}
