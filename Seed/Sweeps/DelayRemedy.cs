using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>Remedies against delays as the study names them: those of the cell model, and none.</summary>
public static class DelayRemedy
{
    /// <summary>No remedy.</summary>
    public const string None = "none";

    /// <summary>Names of the remedies of a cell model.</summary>
    public static IReadOnlyList<string> Names(IAreaModel cells) =>
        [None, .. cells.Remedies.Select(remedy => remedy.Name)];

    /// <summary>Changes that a remedy makes in an experiment.</summary>
    /// <param name="option">The option that asked for it, for error messages.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="remedy">One of <see cref="Names"/>.</param>
    public static IEnumerable<Override> Changes(string option, Experiment experiment, string remedy) =>
        experiment.Cells.Remedies
            .Where(one => one.Name == remedy)
            .SelectMany(one => one.Settings)
            .Select(setting => new Override(
                option, setting.Parameter, setting.Value ?? Multiplied(experiment, setting)));

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
