using PalActors.Messages.Control;

namespace PalActors.Seed.Results;

/// <summary>Metrics as tables and messages name them.</summary>
internal static class MeasureNames
{
    /// <summary>Metrics that are angles, so that they do not exist where a vector is zero.</summary>
    public static IReadOnlyList<string> Angles { get; } =
        [MetricNames.AngleWTB, MetricNames.AngleBPhiWTPhi, MetricNames.AngleUpdateBP];

    /// <summary>Metrics by which tables and figures show alignment, and the error of a student.</summary>
    public static IReadOnlyList<string> OfAlignment { get; } =
        [.. Angles, MetricNames.NormRatio, MetricNames.ErrorTarget];

    /// <summary>Name of a metric.</summary>
    public static string Of(string metric) => metric switch
    {
        MetricNames.AngleWTB => "angle(W^T, B)",
        MetricNames.AngleBPhiWTPhi => "angle(B, phi' W^T phi')",
        MetricNames.AngleUpdateBP => "angle(dW, dW of BP)",
        MetricNames.NormRatio => "|B| / |W^T|",
        MetricNames.ErrorTarget => "|u_top - target|^2",
        _ => metric,
    };
}
