using System.Globalization;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Evaluation;

/// <summary>Confusion of classes in the last evaluation of a network.</summary>
/// <param name="Model">Its model.</param>
/// <param name="Seed">Its random seed.</param>
/// <param name="Split">The split that was shown.</param>
/// <param name="Counts">Samples by class and class read out.</param>
/// <param name="Classes">Names of the classes.</param>
internal sealed record NetworkConfusion(
    string Model, string Seed, string Split, ConfusionMatrix Counts, IReadOnlyList<string> Classes)
{
    /// <summary>Confusions of the networks of a run that have finished and classify.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="names">Gives names to a number of classes.</param>
    public static IReadOnlyList<NetworkConfusion> Of(
        IEnumerable<NetworkRecord> networks, Func<int, IReadOnlyList<string>> names) =>
        [.. networks.Select(network => Of(network, names)).OfType<NetworkConfusion>()];

    /// <summary>One per model: the sum over its seeds.</summary>
    public static IReadOnlyList<(string Model, int Seeds, NetworkConfusion Sum)> ByModel(
        IEnumerable<NetworkConfusion> networks) =>
    [
        .. networks.GroupBy(network => network.Model).Select(model => (model.Key, model.Count(), model.First() with
        {
            Counts = ConfusionMatrix.Sum([.. model.Select(network => network.Counts)]),
        })),
    ];

    private static NetworkConfusion? Of(NetworkRecord network, Func<int, IReadOnlyList<string>> names)
    {
        NetworkPlan plan = network.Plan;
        Phase? last = Array.FindLast(plan.Schedule.Phases, phase => phase is { Metric: not null, Presentations: > 0 });
        if (network.Outcome?.Decisions is not { } rows || last is null || last.LastTick > plan.Schedule.EndTick)
            return null;
        int classes = network.Cells.CellsOf(plan, plan.Graph.ReadOut ?? plan.Graph.WithCells[^1]);
        ConfusionMatrix counts = ConfusionMatrix.Of(rows, classes);
        // They must be those of the accuracy: a snapshot of a build that did not count leaves only a part of them.
        return (double)counts.Correct / counts.Total == network.Last(last.Metric!)
            ? new NetworkConfusion(
                plan.Label, plan.Seed.ToString(CultureInfo.InvariantCulture), last.Split, counts, names(classes))
            : null;
    }
}
