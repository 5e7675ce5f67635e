using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>A row of metrics.csv.</summary>
/// <param name="Seed">Random seed of the microcircuit.</param>
/// <param name="Model">The model as selected.</param>
/// <param name="Tick">Tick of the measurement.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Area">Name of its area or pathway; empty for the network.</param>
/// <param name="Metric">Its name.</param>
/// <param name="Value">The value.</param>
internal sealed record MetricRow(
    ulong Seed, string Model, long Tick, int Epoch, string Area, string Metric, double Value)
{
    /// <summary>Makes the row of a value.</summary>
    /// <param name="plan">The network that was measured.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="metric">The value.</param>
    internal static MetricRow Of(NetworkPlan plan, AreaGraph graph, Metric metric) => new(
        plan.Seed, plan.Label, metric.Tick, metric.Epoch, graph.TextOf(metric.Place), metric.Name, metric.Value);

    /// <summary>The value of the row.</summary>
    /// <param name="network">Number of the network.</param>
    /// <param name="graph">Its graph.</param>
    /// <exception cref="InputException">The network has no such area or pathway.</exception>
    internal Metric ToMetric(int network, AreaGraph graph) => graph.PlaceOf(Area) is { } place
        ? new Metric(network, Tick, Epoch, place.Area, Metric, Value) { To = place.To }
        : throw new InputException(
            $"{RunFiles.Metrics} has {Metric} of '{Area}'; valid are areas and pathways of the network.");
}
