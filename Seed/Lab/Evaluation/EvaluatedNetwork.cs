using PalActors.Messages.Plan;

namespace PalActors.Lab.Evaluation;

/// <summary>Result of the evaluation of one network.</summary>
/// <param name="Plan">The network.</param>
/// <param name="Metric">Name of the figure.</param>
/// <param name="Value">Accuracy or error.</param>
/// <param name="Outputs">Output of each sample in the order of presentation.</param>
/// <param name="Targets">Target of each sample.</param>
/// <param name="Samples">Number of each sample in its split; null where the order is that of a whole stream.</param>
/// <param name="Before">SHA-256 of weights and their low-passed updates before.</param>
/// <param name="After">The same after.</param>
internal sealed record EvaluatedNetwork(
    NetworkPlan Plan, string Metric, double Value, double[][] Outputs, double[][] Targets, int[]? Samples,
    string Before, string After)
{
    private readonly Lazy<ConfusionMatrix> _confusion = new(() => ConfusionMatrix.Of(Targets, Outputs));

    /// <summary>Classes that were right and read out, of a task with classes.</summary>
    public ConfusionMatrix Confusion => _confusion.Value;
}
