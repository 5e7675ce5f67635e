using System.Globalization;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Weights;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Reports;

/// <summary>Text of an evaluation: the figure of each network, and its confusion of classes.</summary>
internal static class EvaluationReport
{
    /// <summary>Prints it.</summary>
    public static void Print(
        TextWriter output, Experiment experiment, IReadOnlyList<EvaluatedNetwork> networks,
        IReadOnlyList<string>? classes)
    {
        foreach (EvaluatedNetwork network in networks)
        {
            string name = NetworkWeights.NameOf(network.Plan), split = network.Plan.Schedule.Phases[^1].Split;
            string figure = classes is null
                ? string.Create(CultureInfo.InvariantCulture, $"error {network.Value:G6}")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * network.Value:0.00} %, {network.Confusion.Correct} of {network.Outputs.Length} right");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{experiment.Name} {name}: {network.Outputs.Length} {split} samples, {figure}"));
            if (classes is not null)
                ConfusionTable.Print(output, network.Confusion, classes);
            string unchanged = network.Before == network.After ? "unchanged" : "CHANGED";
            string before = ShortHash.Of(network.Before), after = ShortHash.Of(network.After);
            output.WriteLine($"weights and D {unchanged}: {before} before, {after} after");
        }
    }
}
