namespace PalActors.Messages.Control;

/// <summary>A measured value, as in metrics.csv.</summary>
/// <param name="Network">Network of the run.</param>
/// <param name="Tick">Complete tick it was measured at.</param>
/// <param name="Epoch">Epoch of that tick.</param>
/// <param name="Area">Area that it is measured in, or null.</param>
/// <param name="Name">Metric name, for instance <c>angle_WT_B</c>.</param>
/// <param name="Value">The value.</param>
public sealed record Metric(int Network, long Tick, int Epoch, int? Area, string Name, double Value)
{
    /// <summary>Upper area of the pathway that it is measured along, in graphs; else null.</summary>
    public int? To { get; init; }

    /// <summary>Place that it is measured at.</summary>
    public MetricPlace Place => new(Area, To);
}
