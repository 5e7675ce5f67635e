using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Lab.Evaluation;

/// <summary>The experiment of a run as it is evaluated: from its weights, perhaps with other samples.</summary>
internal static class EvaluatedExperiment
{
    private static readonly string[] s_counts = ["train", "validation", "test"];

    /// <summary>Reads it.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="run">The folder of the run.</param>
    /// <param name="data">A file of test samples; null for the run's own.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static Experiment Read(ModelRegistry models, string run, string? data)
    {
        string path = Path.Combine(run, RunFiles.Experiment);
        YamlMap content = YamlReader.ReadFile(path);
        List<Override> changes =
        [
            new("weights", "weights", $"{{from: {YamlText.Quote(Path.GetFullPath(run))}}}"),
            new("record", "record", "[]"),
        ];
        if (data is not null)
        {
            string file = YamlText.Quote(Path.GetFullPath(data));
            bool isOwn = content.Entries.Any(entry => entry is { Key: "data", Value: YamlMap });
            changes.Add(isOwn
                ? new Override("data", "data.test", file)
                : new Override(
                    "data", "data", $"{{file: {file}, labels: label, validation: {file}, test: {file}}}"));
            // As many as the file has.
            string[] left = isOwn ? ["test"] : [.. s_counts, "data_seed", "data_folder"];
            content = content with { Entries = [.. content.Entries.Where(entry => !left.Contains(entry.Key))] };
        }

        return ExperimentReader.Read(models, path, content, changes);
    }

    /// <summary>Names of the classes: those of own data, else their numbers.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="count">Number of classes.</param>
    public static IReadOnlyList<string> Classes(Experiment experiment, int count)
    {
        OwnDataFacts? facts = experiment.DataFacts ?? ExperimentData.WithFacts(experiment).DataFacts;
        return facts is { Classes.Count: > 0 }
            ? facts.Classes
            : [.. Enumerable.Range(0, count).Select(one => one.ToString(CultureInfo.InvariantCulture))];
    }
}
