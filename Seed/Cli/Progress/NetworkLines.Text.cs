using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;

namespace PalActors.Cli.Progress;

/// <content>The parts of a line.</content>
internal sealed partial class NetworkLines
{
    private string Epoch(MetricDescriptor metric, Metric score)
    {
        string validation = Evaluation(metric, "validation", score.Value);
        return Join($"epoch {score.Epoch}/{_epochs}", validation, Headline(ValueOf), Speed(), Left());

        double ValueOf(string metric, MetricPlace place) => network.Series(metric, place)
            .Where(value => value.Epoch == score.Epoch)
            .Select(value => value.Value)
            .FirstOrDefault(double.NaN);
    }

    private string Outcome()
    {
        return network.Test is { } metric && network.Last(metric.Name) is var test && !double.IsNaN(test)
            ? Evaluation(metric, "test", test)
            : SoFar();
    }

    private static string Evaluation(MetricDescriptor metric, string split, double value) =>
        $"{Evaluations.Name(metric, split)} {Evaluations.Text(metric, value)}";

    // Tasks without evaluations have no line per epoch; their last records are shown here.
    private string SoFar()
    {
        if (network.Plan.Schedule.RecordEvery == 0)
            return "";
        (string name, string value) = Figures.Success(network);
        return Join(name.Length > 0 ? $"{name} {value}" : "", Headline(network.Last));
    }

    private string Headline(Func<string, MetricPlace, double> valueOf)
    {
        if (_headline is not { Headline: { } texts } metric)
            return "";
        double[] values = [.. metric.Places(network.Graph).Select(place => valueOf(metric.Name, place))];
        return values.Any(double.IsFinite)
            ? $"{texts.Short} {Figures.Values(metric.Form, values)}{MetricText.Suffix(metric.Form)}"
            : "";
    }

    private string Speed()
    {
        double speed = _rate.TicksPerSecond;
        return speed > 0
            ? $"{Figures.Speed(speed)}, {Figures.RealTime(speed, _dt)} real time{TrafficText.AfterSpeed(_rate)}"
            : "";
    }

    private string Left() =>
        double.IsFinite(_rate.SecondsLeft) ? $"{Figures.Duration(_rate.SecondsLeft)} left" : "";

    // Parts of quantities that are not measured yet are empty.
    private static string Join(params string[] parts) => string.Join("  ", parts.Where(part => part.Length > 0));
}
