using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Remedies against delays: those of the cell model, and none.</summary>
internal sealed class DelayRemedies : StudyAxis
{
    private const string None = "none";

    /// <inheritdoc/>
    public override string Name => "remedy";

    /// <inheritdoc/>
    public override string Setting => "remedies";

    /// <inheritdoc/>
    public override string Default => None;

    /// <inheritdoc/>
    public override string Example => "none,noise_lag";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models)
    {
        IEnumerable<string> cells = models.All
            .Where(cells => cells.Remedies.Count > 0)
            .Select(cells => $"{cells.Name} {string.Join(", ", cells.Remedies.Select(remedy => remedy.Name))}");
        return $"Remedies: none, or those of the cells: {string.Join("; ", cells)}; "
            + "slow_noise is noise and high-pass ten times as slow. By default none.";
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        Words(option, text, [None, .. experiment.Cells.Remedies.Select(remedy => remedy.Name)]);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) =>
        experiment.Cells.Remedies
            .Where(one => one.Name == point[this])
            .SelectMany(one => one.Settings)
            .Select(setting => new Override(
                option, setting.Parameter, setting.Value ?? Multiplied(experiment, setting)));

    /// <inheritdoc/>
    public override string Label(string value) => value == None ? "" : value;

    private static string Multiplied(Experiment experiment, RemedySetting setting)
    {
        // A parameter that no model of the experiment uses has its default, and is refused then.
        PlanOption? given = experiment.Parameters.FirstOrDefault(parameter => parameter.Name == setting.Parameter);
        string[] before = given?.Values ?? [experiment.Keys.Parameters.Find(setting.Parameter)!.Default!];
        string[] values = [.. before.Select(Multiplied)];
        return values.Length == 1 ? values[0] : $"[{string.Join(", ", values)}]";

        string Multiplied(string value) => (setting.Factor * double.Parse(value, CultureInfo.InvariantCulture))
            .ToString("R", CultureInfo.InvariantCulture);
    }
}
