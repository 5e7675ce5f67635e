using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;

namespace PalActors.Seed.Results;

/// <summary>What the seeds of one model came to.</summary>
/// <param name="Label">The model.</param>
/// <param name="Seeds">Number of networks.</param>
/// <param name="Diverged">Those of them that diverged; all that follows is of the others.</param>
/// <param name="FinalValidation">Validation accuracy of the last epoch.</param>
/// <param name="BestValidation">Best validation accuracy of any epoch.</param>
/// <param name="LateValidation">Mean validation accuracy of the last <see cref="LateEpochs"/> epochs.</param>
/// <param name="Test">Test accuracy.</param>
/// <param name="StartAngles">Angle of W^T and B before learning, per hidden area.</param>
/// <param name="EndAngles">The same at the end.</param>
public sealed record ModelSummary(
    string Label,
    int Seeds,
    int Diverged,
    Quartiles FinalValidation,
    Quartiles BestValidation,
    Quartiles LateValidation,
    Quartiles Test,
    IReadOnlyList<Quartiles> StartAngles,
    IReadOnlyList<Quartiles> EndAngles)
{
    /// <summary>Epochs at the end over which accuracy is averaged, as in the reference figures.</summary>
    public const int LateEpochs = 20;

    /// <summary>One summary per model, in the order of the run.</summary>
    public static IReadOnlyList<ModelSummary> Of(IEnumerable<NetworkRecord> networks) =>
        [.. networks.GroupBy(network => network.Plan.Label).Select(group => Summarise(group.Key, [.. group]))];

    private static ModelSummary Summarise(string label, NetworkRecord[] all)
    {
        int hidden = all[0].Plan.Top - 1;
        NetworkRecord[] networks = [.. all.Where(network => network.Divergence is null)];
        return new ModelSummary(
            label,
            all.Length,
            all.Length - networks.Length,
            Quartiles.Of(networks.Select(network => network.Last(CommonMetrics.AccuracyValidation))),
            Quartiles.Of(networks.Select(network => Learned(network).Select(v => v.Value).DefaultIfEmpty(double.NaN).Max())),
            Quartiles.Of(networks.Select(network => Learned(network).Select(v => v.Value).TakeLast(LateEpochs).DefaultIfEmpty(double.NaN).Average())),
            Quartiles.Of(networks.Select(network => network.Last(CommonMetrics.AccuracyTest))),
            [.. Enumerable.Range(1, hidden).Select(area => Quartiles.Of(networks.Select(network => First(network.Series(MicrocircuitMetrics.AngleWTB, area)))))],
            [.. Enumerable.Range(1, hidden).Select(area => Quartiles.Of(networks.Select(network => network.Last(MicrocircuitMetrics.AngleWTB, area))))]);
    }

    private static double First(IReadOnlyList<EpochValue> series) => series.Count > 0 ? series[0].Value : double.NaN;

    private static IEnumerable<EpochValue> Learned(NetworkRecord network) =>
        network.Series(CommonMetrics.AccuracyValidation).Where(value => value.Epoch > 0);
}
