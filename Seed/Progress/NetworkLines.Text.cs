using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Seed.Results;

namespace PalActors.Seed.Progress;

/// <content>The parts of a line.</content>
internal sealed partial class NetworkLines
{
    private string Epoch(EpochValue accuracy)
    {
        IEnumerable<double> angles = Enumerable.Range(1, network.Plan.Top - 1).Select(AngleOf);
        string validation = $"validation {Figures.Percent(accuracy.Value)}";
        return Join($"epoch {accuracy.Epoch}/{_epochs}", validation, Angles(angles), Speed(), Left());

        double AngleOf(int area) => network.Series(MicrocircuitMetrics.AngleWTB, area)
            .Where(angle => angle.Epoch == accuracy.Epoch)
            .Select(angle => angle.Value)
            .FirstOrDefault(double.NaN);
    }

    private string Outcome()
    {
        double test = network.Last(CommonMetrics.AccuracyTest);
        return double.IsNaN(test) ? SoFar() : $"test {Figures.Percent(test)}";
    }

    // Tasks without accuracies have no line per epoch; their last records are shown here.
    private string SoFar()
    {
        if (network.Plan.Schedule.RecordEvery == 0)
            return "";
        (string name, string value) = Figures.Success(network);
        return Join(name.Length > 0 ? $"{name} {value}" : "", Angles(Figures.LastAngles(network)));
    }

    private static string Angles(IEnumerable<double> degrees)
    {
        double[] angles = [.. degrees];
        return angles.Any(double.IsFinite) ? $"angle(W^T,B) {Figures.Angles(angles)} deg" : "";
    }

    private string Speed()
    {
        double speed = _rate.TicksPerSecond;
        return speed > 0
            ? $"{Figures.Speed(speed)}, {Figures.RealTime(speed, _dt)} real time{Figures.Wire(_rate)}"
            : "";
    }

    private string Left() =>
        double.IsFinite(_rate.SecondsLeft) ? $"{Figures.Duration(_rate.SecondsLeft)} left" : "";

    // Parts of quantities that are not measured yet are empty.
    private static string Join(params string[] parts) => string.Join("  ", parts.Where(part => part.Length > 0));
}
