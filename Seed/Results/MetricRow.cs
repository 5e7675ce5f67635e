using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>A row of metrics.csv.</summary>
/// <param name="Seed">Random seed of the microcircuit.</param>
/// <param name="Model">The model as selected.</param>
/// <param name="Tick">Tick of the measurement.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Area">Its area, or null.</param>
/// <param name="Metric">Its name.</param>
/// <param name="Value">The value.</param>
public sealed record MetricRow(ulong Seed, string Model, long Tick, int Epoch, int? Area, string Metric, double Value)
{
    /// <summary>Makes the row of a value.</summary>
    /// <param name="plan">The network that was measured.</param>
    /// <param name="metric">The value.</param>
    internal static MetricRow Of(NetworkPlan plan, Metric metric) =>
        new(plan.Seed, plan.Label, metric.Tick, metric.Epoch, metric.Area, metric.Name, metric.Value);

    /// <summary>The value of the row.</summary>
    /// <param name="network">Number of the network.</param>
    internal Metric ToMetric(int network) => new(network, Tick, Epoch, Area, Metric, Value);
}
