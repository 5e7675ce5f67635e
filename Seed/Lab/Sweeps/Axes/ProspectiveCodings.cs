using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Prospective coding: on (taur 1) or off (taur 0).</summary>
internal sealed class ProspectiveCodings : StudyAxis
{
    private const string Parameter = "taur";

    /// <inheritdoc/>
    public override string Name => "prospective";

    /// <inheritdoc/>
    public override string Setting => "prospective";

    /// <inheritdoc/>
    public override string Example => "on,off";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        "Prospective coding: on (taur 1), off (taur 0). By default as in the experiment.";

    /// <inheritdoc/>
    public override string Own(Experiment experiment)
    {
        PlanOption? taur = experiment.Parameters.FirstOrDefault(parameter => parameter.Name == Parameter);
        return taur is null ? NoChoice
            : double.Parse(taur.Values[0], CultureInfo.InvariantCulture) == 0 ? "off"
            : "on";
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        Words(option, text, ["on", "off"]);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) =>
        [new Override(option, Parameter, point[this] == "on" ? "1" : "0")];
}
