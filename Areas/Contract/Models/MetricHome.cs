namespace PalActors.Areas.Contract.Models;

/// <summary>Areas that a metric is measured in.</summary>
public enum MetricHome
{
    /// <summary>One value for the network, without an area.</summary>
    Network,

    /// <summary>One value for each area with cells.</summary>
    AboveInput,

    /// <summary>One value for each area above the first one.</summary>
    AboveFirst,

    /// <summary>One value for each pathway between areas with cells; in a chain by the lower area.</summary>
    Feedback,

    /// <summary>One value for each pathway; in a chain by the upper area.</summary>
    Pathway,
}
