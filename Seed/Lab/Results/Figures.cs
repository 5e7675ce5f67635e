using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>The figures of a network's progress, as text.</summary>
internal static partial class Figures
{
    /// <summary>Model and seed.</summary>
    public static string Name(NetworkPlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Label} seed {plan.Seed}");

    /// <summary>Word for how a network ended.</summary>
    /// <param name="end">Its end.</param>
    /// <param name="completed">The word for a network that reached its last tick.</param>
    public static string How(NetworkEnd end, string completed) =>
        end.Divergence is not null ? "diverged" : end.Completed ? completed : "stopped";

    /// <summary>Share of the ticks done, 0 to 1.</summary>
    public static double Share(NetworkRecord network) =>
        Math.Clamp((double)network.Tick / network.Plan.Schedule.EndTick, 0, 1);

    /// <summary>Euler step of a plan, ms.</summary>
    public static double Dt(NetworkPlan plan) =>
        double.Parse(plan.Options.First(option => option.Name == "dt").Values[0], CultureInfo.InvariantCulture);

    /// <summary>Epochs of training in a plan, the last of which may be cut short.</summary>
    public static int Epochs(NetworkPlan plan) =>
        plan.Schedule.Phases[plan.Schedule.IndexOf(plan.Schedule.EndTick)].Epoch;

    /// <summary>The epoch that a network is in.</summary>
    public static int Epoch(NetworkRecord network) =>
        network.Tick == 0 ? 0 : network.Plan.Schedule.Phases[network.Plan.Schedule.IndexOf(network.Tick)].Epoch;

    /// <summary>The newest value of the validation or, without one, error of the student.</summary>
    /// <returns>Name and value of the measure; no name where neither is measured.</returns>
    public static (string Name, string Value) Success(NetworkRecord network)
    {
        if (network.Validation is { } metric && network.Last(metric.Name) is var score && !double.IsNaN(score))
            return (Evaluations.Name(metric, "validation"), Evaluations.Text(metric, score));
        double error = network.Last(CommonMetrics.ErrorTarget);
        return double.IsNaN(error)
            ? ("", "-")
            : ("error", string.Create(CultureInfo.InvariantCulture, $"{error:G3}"));
    }

    /// <summary>Values of a metric, area by area.</summary>
    /// <param name="form">Form of the metric.</param>
    /// <param name="values">The values; NaN where there is none.</param>
    public static string Values(MetricForm form, IEnumerable<double> values)
    {
        string text = string.Join(" ", values.Select(Text));
        return text.Length == 0 ? "-" : text;

        string Text(double value) => double.IsNaN(value) ? "-" : MetricText.Short(form, value);
    }

    /// <summary>The latest values of a metric, area by area.</summary>
    public static IEnumerable<double> LastValues(NetworkRecord network, MetricDescriptor metric) =>
        metric.Places(network.Graph).Select(place => network.Last(metric.Name, place));

    /// <summary>A duration.</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 0 || seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            return "-";
        TimeSpan time = TimeSpan.FromSeconds(seconds);
        if (time.TotalSeconds < 60)
            return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s");
        return time.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00} min")
            : string.Create(
                CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00} h");
    }
}
