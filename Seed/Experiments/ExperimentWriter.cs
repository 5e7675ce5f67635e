using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>Writes the effective experiment: every key with its value, defaults included, so that the file alone repeats the run.</summary>
public static class ExperimentWriter
{
    /// <summary>Name of the file in the folder of a run.</summary>
    public const string FileName = "experiment.yaml";

    /// <summary>The experiment as YAML.</summary>
    public static string Write(Experiment experiment)
    {
        StringBuilder yaml = new();
        yaml.Append("# The effective experiment of this run, defaults resolved: 'palactors run experiment.yaml' repeats it.\n");
        foreach (RunKey key in ExperimentKeys.Run)
        {
            if (key.Name == "models")
                AppendVariants(yaml, experiment.Variants);
            else if (Value(experiment, ExperimentTask.Get(experiment.Task), key.Name) is { } value)
                AppendLine(yaml, $"{key.Name}: {value}", key.Summary);
        }

        yaml.Append('\n');
        foreach (PlanOption option in experiment.Parameters)
        {
            ParameterDescriptor descriptor = MicrocircuitTable.Find(option.Name)!;
            AppendLine(yaml, $"{option.Name}: {Values(option)}", descriptor.Unit.Length > 0 ? $"{descriptor.Summary} [{descriptor.Unit}]" : descriptor.Summary);
        }

        return yaml.ToString();
    }

    private static string? Value(Experiment experiment, ExperimentTask task, string key) => key switch
    {
        "name" => ExperimentName.IsValid(experiment.Name) ? Quote(experiment.Name) : null,
        "description" => Quote(experiment.Description),
        "reference" => Quote(experiment.Reference),
        "task" => experiment.Task,
        "data" => task.HasTeacher ? null : experiment.Data,
        "data_seed" => !task.HasTeacher && DataSetDefaults.Get(experiment.Data).FromFiles ? null : Number(experiment.DataSeed),
        "data_folder" => experiment.DataFolder.Length > 0 ? Quote(experiment.DataFolder) : null,
        "train" => task.HasTeacher ? null : Number(experiment.Train),
        "validation" => task.HasTeacher ? null : Number(experiment.Validation),
        "test" => task.HasTeacher ? null : Number(experiment.Test),
        "dataset_size" => task.HasTeacher ? Number(experiment.Train) : null,
        "settling_time" => task.HasTeacher ? RealText.ForYaml(RealText.Shortest(experiment.SettlingTime)) : null,
        "rec_per_steps" => task.HasTeacher ? Number(experiment.RecordEvery) : null,
        "angle_dW_BP" => task.HasTeacher ? (experiment.CompareUpdates ? "true" : "false") : null,
        "layers" => List(experiment.Layers.Select(size => Number(size))),
        "model" => List(experiment.Selected),
        "seeds" => List(experiment.Seeds.Select(seed => Number(seed))),
        "epochs" => Number(experiment.Epochs),
        "paper_epochs" => experiment.PaperEpochs is { } epochs ? Number(epochs) : null,
        "ticks" => experiment.Ticks is { } ticks ? Number(ticks) : null,
        "placement" => PlacementReader.Write(experiment.Placement),
        "record" => RecordReader.Write(experiment.Record),
        _ => throw new InvalidOperationException($"The key '{key}' is not written: add it to {nameof(ExperimentWriter)}."),
    };

    private static void AppendVariants(StringBuilder yaml, IReadOnlyList<ModelVariant> variants)
    {
        if (variants.Count == 0)
            return;
        yaml.Append("models:\n");
        foreach (ModelVariant variant in variants)
        {
            IEnumerable<string> items = variant.Overrides.Select(option => $"{option.Name}: {Values(option)}").Prepend($"model: {variant.Model}");
            yaml.Append(CultureInfo.InvariantCulture, $"  {variant.Label}: {{{string.Join(", ", items)}}}\n");
        }
    }

    private static void AppendLine(StringBuilder yaml, string line, string comment)
    {
        yaml.Append(line);
        // Texts are long: a comment behind them would only be in the way.
        if (!line.EndsWith('"'))
            yaml.Append(' ', Math.Max(1, 40 - line.Length)).Append("# ").Append(comment);
        yaml.Append('\n');
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Values(PlanOption option) =>
        option.Values.Length == 1 ? RealText.ForYaml(option.Values[0]) : List(option.Values.Select(RealText.ForYaml));

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>A text in double quotes, for YAML.</summary>
    internal static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
