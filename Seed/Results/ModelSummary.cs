using PalActors.Areas.Contract.Models;

namespace PalActors.Seed.Results;

/// <summary>Statistics of accuracy and of the headline metric over the seeds of one model.</summary>
/// <param name="Label">The model.</param>
/// <param name="Seeds">Number of networks.</param>
/// <param name="Diverged">Those of them that diverged; all that follows is of the others.</param>
/// <param name="FinalValidation">Validation accuracy of the last epoch.</param>
/// <param name="BestValidation">Best validation accuracy of any epoch.</param>
/// <param name="LateValidation">Mean validation accuracy of the last <see cref="LateEpochs"/> epochs.</param>
/// <param name="Test">Test accuracy.</param>
/// <param name="Headline">The cell model's metric beside accuracy, or null.</param>
/// <param name="Areas">Its values, area by area.</param>
public sealed record ModelSummary(
    string Label,
    int Seeds,
    int Diverged,
    Quartiles FinalValidation,
    Quartiles BestValidation,
    Quartiles LateValidation,
    Quartiles Test,
    MetricDescriptor? Headline,
    IReadOnlyList<AreaSummary> Areas)
{
    /// <summary>Epochs at the end over which accuracy is averaged, as in the reference figures.</summary>
    public const int LateEpochs = 20;

    /// <summary>One summary per model, in the order of the run.</summary>
    public static IReadOnlyList<ModelSummary> Of(IEnumerable<NetworkRecord> networks) =>
        [.. networks.GroupBy(network => network.Plan.Label).Select(group => Summarise(group.Key, [.. group]))];

    private static ModelSummary Summarise(string label, NetworkRecord[] all)
    {
        MetricDescriptor? headline = all[0].Cells.Headline();
        NetworkRecord[] networks = [.. all.Where(network => network.Divergence is null)];
        return new ModelSummary(
            label,
            all.Length,
            all.Length - networks.Length,
            Over(network => network.Last(CommonMetrics.AccuracyValidation)),
            Over(network => Learned(network).DefaultIfEmpty(double.NaN).Max()),
            Over(network => Learned(network).TakeLast(LateEpochs).DefaultIfEmpty(double.NaN).Average()),
            Over(network => network.Last(CommonMetrics.AccuracyTest)),
            headline,
            headline is null ? [] : [.. headline.Areas(all[0].Plan.Top).Select(area => Area(headline.Name, area))]);

        Quartiles Over(Func<NetworkRecord, double> value) => Quartiles.Of(networks.Select(value));

        AreaSummary Area(string metric, int? area) => new(
            area,
            Over(network => First(network.Series(metric, area))),
            Over(network => network.Last(metric, area)));
    }

    private static double First(IReadOnlyList<EpochValue> series) => series.Count > 0 ? series[0].Value : double.NaN;

    private static IEnumerable<double> Learned(NetworkRecord network) =>
        network.Series(CommonMetrics.AccuracyValidation).Where(v => v.Epoch > 0).Select(v => v.Value);
}
