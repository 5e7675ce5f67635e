using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Messages.Control;

namespace PalActors.Seed.Results;

/// <summary>Warning about a network's numbers, which does not end the network.</summary>
/// <param name="Kind">Its kind: <see cref="Saturated"/> or <see cref="NoAngle"/>.</param>
/// <param name="Metric">The metric that shows it.</param>
/// <param name="Area">The area.</param>
/// <param name="Epochs">The epochs as text, for instance <c>1-3, 7</c>.</param>
/// <param name="Text">The same in words.</param>
public sealed record NetworkWarning(string Kind, string Metric, int Area, string Epochs, string Text)
{
    /// <summary>Kind: all rates of an area were at a bound at every coarse boundary of an epoch.</summary>
    public const string Saturated = "saturated";

    /// <summary>Kind: an angle between vectors of which one is zero.</summary>
    public const string NoAngle = "angle_does_not_exist";

    /// <summary>The warnings about a network, from its values so far.</summary>
    public static IReadOnlyList<NetworkWarning> Of(NetworkRecord network) =>
    [
        .. network.Values(CommonMetrics.Saturated).GroupBy(value => value.Area!.Value).OrderBy(area => area.Key)
            .Select(area => Saturation(network, area)).OfType<NetworkWarning>(),
        .. MeasureNames.Angles.SelectMany(metric => Angles(network, metric)),
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
        string text = $"all rates of area {area.Key} were at a bound of their activation function in {InWords(epochs)}";
        return new NetworkWarning(Saturated, CommonMetrics.Saturated, area.Key, Ranges(epochs), text);
    }

    private static IEnumerable<NetworkWarning> Angles(NetworkRecord network, string metric) =>
        network.Values(metric).Where(value => double.IsNaN(value.Value) && value.Area is not null)
            .GroupBy(value => value.Area!.Value).OrderBy(area => area.Key)
            .Select(area => Angle(network, metric, area)).OfType<NetworkWarning>();

    private static NetworkWarning? Angle(NetworkRecord network, string metric, IGrouping<int, Metric> area)
    {
        if (Reason(network, area.First()) is not { } reason)
            return null;
        int[] epochs = [.. area.Select(value => value.Epoch).Distinct()];
        string text = $"{MeasureNames.Of(metric)} of area {area.Key} does not exist in {InWords(epochs)}: {reason}";
        return new NetworkWarning(NoAngle, metric, area.Key, Ranges(epochs), text);
    }

    // |B| / |W^T| shows which of both is zero. If it is NaN, weights may not be finite; the network then diverges at
    // the next boundary, which is the better message.
    private static string? Reason(NetworkRecord network, Metric angle)
    {
        bool isFinite = network.Outcome is { Divergence: null };
        if (angle.Name == MicrocircuitMetrics.AngleUpdateBP)
            return isFinite ? "one of both is zero" : null;
        double ratio = network.Values(MicrocircuitMetrics.NormRatio)
            .Where(value => value.Area == angle.Area && value.Tick == angle.Tick)
            .Select(value => value.Value).FirstOrDefault(double.NaN);
        return ratio switch
        {
            0 => "B is zero",
            double.PositiveInfinity => "W is zero",
            double.NaN => isFinite ? "W and B are zero" : null,
            _ => "phi' W^T phi' is zero",
        };
    }

    private static string InWords(int[] epochs) => $"epoch{(epochs.Length == 1 ? "" : "s")} {Ranges(epochs)}";

    private static string Ranges(int[] epochs)
    {
        List<string> ranges = [];
        for (int i = 0, first = 0; i < epochs.Length; i++)
        {
            if (i + 1 < epochs.Length && epochs[i + 1] == epochs[i] + 1)
                continue;
            ranges.Add(first == i
                ? epochs[i].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{epochs[first]}-{epochs[i]}"));
            first = i + 1;
        }

        return string.Join(", ", ranges);
    }
}
