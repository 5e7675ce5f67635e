namespace PalActors.Areas.Contract.Models;

/// <summary>Areas that a metric is measured in.</summary>
public enum MetricHome
{
    /// <summary>One value for the network, without an area.</summary>
    Network,

    /// <summary>One value for each area above the input.</summary>
    AboveInput,

    /// <summary>One value for each area above the first one.</summary>
    AboveFirst,

    /// <summary>One value for each hidden area.</summary>
    Hidden,
}
