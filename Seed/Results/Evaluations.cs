using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>Metrics by which a network's evaluations are judged: accuracies, or errors of an autoencoder.</summary>
internal static class Evaluations
{
    /// <summary>Accuracy of a validation.</summary>
    public static MetricDescriptor Accuracy { get; } =
        CommonMetrics.All.First(metric => metric.Name == CommonMetrics.AccuracyValidation);

    /// <summary>Metric of the evaluations after each epoch; null for a task without any.</summary>
    public static MetricDescriptor? Validation(NetworkPlan plan, IAreaModel cells) => Of(plan, cells, "validation");

    /// <summary>Metric of the evaluation at the end; null without one.</summary>
    public static MetricDescriptor? Test(NetworkPlan plan, IAreaModel cells) => Of(plan, cells, "test");

    /// <summary>The better of two values of a metric.</summary>
    public static double Better(MetricDescriptor metric, double one, double other) =>
        metric.Form == MetricForm.Share ? Math.Max(one, other) : Math.Min(one, other);

    /// <summary>Words for a metric in the sentence below a table.</summary>
    public static string Words(MetricDescriptor metric) =>
        metric.Form == MetricForm.Share ? "Accuracy in %" : $"{metric.Label} ({metric.Meaning})";

    /// <summary>A value with its unit.</summary>
    public static string Text(MetricDescriptor metric, double value) => double.IsNaN(value)
        ? "-"
        : MetricText.Short(metric.Form, value) + (metric.Form == MetricForm.Share ? " %" : "");

    private static MetricDescriptor? Of(NetworkPlan plan, IAreaModel cells, string split)
    {
        string? name = plan.Schedule.Phases.FirstOrDefault(phase => phase.Split == split && phase.Metric is not null)
            ?.Metric;
        return name is null
            ? null
            : cells.Metrics.Concat(CommonMetrics.All).First(metric => metric.Name == name);
    }
}
