using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;

namespace PalActors.Lab.Results;

/// <summary>Warning about a network's numbers, which does not end the network.</summary>
/// <param name="Kind">Its kind: <see cref="Saturated"/> or <see cref="NoAngle"/>.</param>
/// <param name="Metric">The metric that shows it.</param>
/// <param name="Place">The area or pathway.</param>
/// <param name="Epochs">The epochs as text, for instance <c>1-3, 7</c>.</param>
/// <param name="Text">The same in words.</param>
internal sealed record NetworkWarning(string Kind, string Metric, MetricPlace Place, string Epochs, string Text)
{
    /// <summary>Kind: all rates of an area were at a bound at every coarse boundary of an epoch.</summary>
    public const string Saturated = "saturated";

    /// <summary>Kind: an angle between vectors of which one is zero.</summary>
    public const string NoAngle = "angle_does_not_exist";

    /// <summary>Checks whether a value may be the cause of a warning.</summary>
    internal static bool IsCause(NetworkRecord network, Metric value) =>
        value.Name == CommonMetrics.Saturated
        || (double.IsNaN(value.Value) && network.Cells.Angles().Any(metric => metric.Name == value.Name));

    /// <summary>The warnings about a network, from its values so far.</summary>
    public static IReadOnlyList<NetworkWarning> Of(NetworkRecord network) =>
    [
        .. network.Values(CommonMetrics.Saturated).GroupBy(value => value.Area!.Value).OrderBy(area => area.Key)
            .Select(area => Saturation(network, area)).OfType<NetworkWarning>(),
        .. network.Cells.Angles().SelectMany(metric => Angles(network, metric)),
    ];

    private static NetworkWarning? Saturation(NetworkRecord network, IGrouping<int, Metric> area)
    {
        int[] epochs =
        [
            .. area.GroupBy(value => value.Epoch)
                .Where(epoch => epoch.Count() == network.Plan.Schedule.BoundariesIn(epoch.Key))
                .Select(epoch => epoch.Key),
        ];
        if (epochs.Length == 0)
            return null;
        string when = EpochText.InWords(epochs);
        MetricPlace place = new(area.Key);
        string where = network.Graph.Describe(place);
        string text = $"all rates of {where} were at a bound of their activation function in {when}";
        return new NetworkWarning(Saturated, CommonMetrics.Saturated, place, EpochText.Ranges(epochs), text);
    }

    private static IEnumerable<NetworkWarning> Angles(NetworkRecord network, MetricDescriptor metric) =>
        network.Values(metric.Name).Where(value => double.IsNaN(value.Value) && value.Area is not null)
            .GroupBy(value => value.Place).OrderBy(place => place.Key)
            .Select(place => Angle(network, metric, place)).OfType<NetworkWarning>();

    private static NetworkWarning? Angle(
        NetworkRecord network, MetricDescriptor metric, IGrouping<MetricPlace, Metric> place)
    {
        Metric first = place.First();
        MissingReason reason = metric.WhyMissing(other => network.At(other, first.Place, first.Tick));
        // A network whose state is not finite diverges at the next boundary, which is the better message.
        if (!reason.IsCertain && network.Outcome is not { Divergence: null })
            return null;
        int[] epochs = [.. place.Select(value => value.Epoch).Distinct()];
        string when = EpochText.InWords(epochs);
        string text = $"{metric.Label} of {network.Graph.Describe(place.Key)} does not exist in {when}: {reason.Text}";
        return new NetworkWarning(NoAngle, metric.Name, place.Key, EpochText.Ranges(epochs), text);
    }
}
