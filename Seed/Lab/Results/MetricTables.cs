using PalActors.Areas.Contract.Models;

namespace PalActors.Lab.Results;

/// <summary>Metrics of a cell model, as tables and figures choose them.</summary>
internal static class MetricTables
{
    /// <summary>The metric that is shown beside accuracy, or null.</summary>
    public static MetricDescriptor? Headline(this IAreaModel cells) =>
        cells.Metrics.FirstOrDefault(metric => metric.Headline is not null);

    /// <summary>Metrics whose values are measured at records and evaluations; events are not.</summary>
    public static IEnumerable<MetricDescriptor> Measured(this IAreaModel cells) =>
        cells.Metrics.Where(metric => metric.Form != MetricForm.Event);

    /// <summary>Metrics that are angles, so that they do not exist where a vector is zero.</summary>
    public static IEnumerable<MetricDescriptor> Angles(this IAreaModel cells) =>
        cells.Metrics.Where(metric => metric.Form == MetricForm.Angle);

    /// <summary>Metrics of a whole network that figures show; empty for a model without any.</summary>
    public static IEnumerable<MetricDescriptor> OfNetworks(this IAreaModel cells) =>
        cells.Metrics.Where(metric => metric is { Home: MetricHome.Network, Panel: not null });
}
