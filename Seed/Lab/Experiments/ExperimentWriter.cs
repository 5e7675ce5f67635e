using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Writes the effective experiment: every key with its value, defaults included.</summary>
/// <remarks>So the file alone repeats the run.</remarks>
public static class ExperimentWriter
{
    /// <summary>Name of the file in the folder of a run.</summary>
    public const string FileName = "experiment.yaml";

    private const int CommentColumn = 40;

    /// <summary>The experiment as YAML.</summary>
    public static string Write(Experiment experiment)
    {
        StringBuilder yaml = new();
        yaml.Append("# The effective experiment of this run, defaults resolved: ");
        yaml.Append("'palactors run experiment.yaml' repeats it.\n");
        foreach (RunKey key in ExperimentKeys.Run)
        {
            if (key.Name == ExperimentKeys.Models)
                AppendVariants(yaml, experiment.Variants);
            else if (key.Name == "areas" && !experiment.Graph.IsChain)
                yaml.Append(GraphWriter.Write(experiment));
            else if (key.Write(experiment) is { } value)
                AppendLine(yaml, $"{key.Name}: {value}", key.Summary);
        }

        yaml.Append('\n');
        foreach (PlanOption option in experiment.Parameters.Where(option => !GraphWriter.Holds(experiment, option)))
        {
            ParameterDescriptor descriptor = experiment.Keys.Parameters.Find(option.Name)!;
            string unit = descriptor.Unit.Length > 0 ? $" [{descriptor.Unit}]" : "";
            AppendLine(yaml, $"{option.Name}: {YamlText.Values(option)}", descriptor.Summary + unit);
        }

        return yaml.ToString();
    }

    /// <summary>Compares the results of two experiments: all but keys of execution, name and spelling.</summary>
    /// <param name="stored">An effective experiment, perhaps of an earlier version.</param>
    /// <param name="experiment">Another experiment.</param>
    public static bool HaveSameResults(Experiment stored, Experiment experiment) =>
        WriteResults(stored) == WriteResults(experiment);

    /// <summary>The keys of an experiment that its results depend on, as YAML.</summary>
    public static string WriteResults(Experiment experiment) =>
        Write(experiment with { Name = "", Placement = null, KeepsWeights = true, WeightEpochs = [], Execution = [] });

    private static void AppendVariants(StringBuilder yaml, IReadOnlyList<ModelVariant> variants)
    {
        if (variants.Count == 0)
            return;
        yaml.Append("models:\n");
        foreach (ModelVariant variant in variants)
        {
            IEnumerable<string> items = variant.Overrides
                .Select(option => $"{option.Name}: {YamlText.Values(option)}")
                .Prepend($"model: {variant.Model}");
            yaml.Append(CultureInfo.InvariantCulture, $"  {variant.Label}: {{{string.Join(", ", items)}}}\n");
        }
    }

    private static void AppendLine(StringBuilder yaml, string line, string comment)
    {
        yaml.Append(line);
        // Texts are long: a comment behind them would only be in the way.
        if (!line.EndsWith('"'))
            yaml.Append(' ', Math.Max(1, CommentColumn - line.Length)).Append("# ").Append(comment);
        yaml.Append('\n');
    }
}
