using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Statistics of evaluations and of the headline metric over the seeds of one model.</summary>
/// <param name="Label">The model.</param>
/// <param name="Seeds">Number of networks.</param>
/// <param name="Diverged">Those of them that diverged; all that follows is of the others.</param>
/// <param name="Validation">Metric of the evaluations after each epoch: an accuracy or an error.</param>
/// <param name="FinalValidation">Its value at the last epoch.</param>
/// <param name="BestValidation">Its best value of any epoch.</param>
/// <param name="LateValidation">Its mean over the last <see cref="LateEpochs"/> epochs.</param>
/// <param name="TestMetric">Metric of the evaluation at the end; null without one.</param>
/// <param name="Test">Its value.</param>
/// <param name="Headline">The cell model's metric beside it, or null.</param>
/// <param name="Areas">Its values, place by place.</param>
/// <param name="Graph">Areas and pathways of the networks.</param>
internal sealed record ModelSummary(
    string Label,
    int Seeds,
    int Diverged,
    MetricDescriptor Validation,
    Quartiles FinalValidation,
    Quartiles BestValidation,
    Quartiles LateValidation,
    MetricDescriptor? TestMetric,
    Quartiles Test,
    MetricDescriptor? Headline,
    IReadOnlyList<AreaSummary> Areas,
    AreaGraph Graph)
{
    /// <summary>Epochs at the end over which evaluations are averaged, as in the reference figures.</summary>
    public const int LateEpochs = 20;

    /// <summary>One summary per model, in the order of the run.</summary>
    public static IReadOnlyList<ModelSummary> Of(IEnumerable<NetworkRecord> networks) =>
        [.. networks.GroupBy(network => network.Plan.Label).Select(group => Summarise(group.Key, [.. group]))];

    private static ModelSummary Summarise(string label, NetworkRecord[] all)
    {
        MetricDescriptor? headline = all[0].Cells.Headline();
        MetricDescriptor score = all[0].Validation ?? Evaluations.Accuracy;
        MetricDescriptor? test = all[0].Test;
        NetworkRecord[] networks = [.. all.Where(network => network.Divergence is null)];
        return new ModelSummary(
            label,
            all.Length,
            all.Length - networks.Length,
            score,
            Over(network => Learned(network).DefaultIfEmpty(double.NaN).Last()),
            Over(network => Learned(network).DefaultIfEmpty(double.NaN).Aggregate(Better)),
            Over(network => Learned(network).TakeLast(LateEpochs).DefaultIfEmpty(double.NaN).Average()),
            test,
            Over(network => test is null ? double.NaN : network.Last(test.Name)),
            headline,
            headline is null ? [] : [.. headline.Places(all[0].Graph).Select(place => Area(headline.Name, place))],
            all[0].Graph);

        double Better(double one, double other) => Evaluations.Better(score, one, other);

        Quartiles Over(Func<NetworkRecord, double> value) => Quartiles.Of(networks.Select(value));

        AreaSummary Area(string metric, MetricPlace place) => new(
            place,
            Over(network => First(network.Series(metric, place))),
            Over(network => network.Last(metric, place)));
    }

    private static double First(IReadOnlyList<EpochValue> series) => series.Count > 0 ? series[0].Value : double.NaN;

    private static IEnumerable<double> Learned(NetworkRecord network) =>
        network.Validated().Where(v => v.Epoch > 0).Select(v => v.Value);
}
