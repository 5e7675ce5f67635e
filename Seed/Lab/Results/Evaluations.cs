using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Metrics by which a network's evaluations are judged: accuracies, or errors of an autoencoder.</summary>
internal static class Evaluations
{
    /// <summary>Accuracy of a validation.</summary>
    public static MetricDescriptor Accuracy { get; } =
        CommonMetrics.All.First(metric => metric.Name == CommonMetrics.AccuracyValidation);

    /// <summary>Metric that the evaluations of a split yield; null where there are none.</summary>
    public static MetricDescriptor? Of(NetworkPlan plan, IAreaModel cells, string split)
    {
        string? name = plan.Schedule.Phases.FirstOrDefault(phase => phase.Split == split && phase.Metric is not null)
            ?.Metric;
        return name is null
            ? null
            : cells.Metrics.Concat(CommonMetrics.All).First(metric => metric.Name == name);
    }

    /// <summary>The better of two values of a metric.</summary>
    public static double Better(MetricDescriptor metric, double one, double other) =>
        metric.Form == MetricForm.Share ? Math.Max(one, other) : Math.Min(one, other);

    /// <summary>Name of what an evaluation of a split yields.</summary>
    public static string Name(MetricDescriptor metric, string split) =>
        metric.Form == MetricForm.Share ? split : $"{split} error";

    /// <summary>A value with its unit.</summary>
    public static string Text(MetricDescriptor metric, double value) => double.IsNaN(value)
        ? "-"
        : MetricText.Short(metric.Form, value) + (metric.Form == MetricForm.Share ? " %" : "");
}
