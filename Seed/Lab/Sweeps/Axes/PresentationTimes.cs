using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Time that a sample is shown, ms.</summary>
internal sealed class PresentationTimes : StudyAxis
{
    private const string Parameter = "Tpres";

    /// <inheritdoc/>
    public override string Name => "presentation";

    /// <inheritdoc/>
    public override string Setting => "presentations";

    /// <inheritdoc/>
    public override string Example => "0.5,1,2";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        $"Times that a sample is shown ({Parameter}), ms; a list or lo:hi:n. By default that of the experiment.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        SweepValues.Parse(option, Setting, text);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) =>
        [new Override(option, Parameter, point[this])];

    /// <inheritdoc/>
    public override string Label(string value) => value == NoChoice ? "" : $"{Parameter} {value} ms";

    /// <summary>Time of a point, ms; NaN where it is the experiment's.</summary>
    public double Of(StudyPoint point) =>
        point[this] is var value && value != NoChoice ? double.Parse(value, CultureInfo.InvariantCulture) : double.NaN;
}
