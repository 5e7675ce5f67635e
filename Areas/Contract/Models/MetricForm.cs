namespace PalActors.Areas.Contract.Models;

/// <summary>Form of a metric's values in text and figures.</summary>
public enum MetricForm
{
    /// <summary>An angle in degrees.</summary>
    Angle,

    /// <summary>A share of 1, shown in percent.</summary>
    Share,

    /// <summary>A ratio around 1.</summary>
    Ratio,

    /// <summary>A value of any size.</summary>
    Magnitude,

    /// <summary>An event: a row is there or not.</summary>
    Event,
}
