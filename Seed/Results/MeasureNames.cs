using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;

namespace PalActors.Seed.Results;

/// <summary>Metrics as tables and messages name them.</summary>
internal static class MeasureNames
{
    /// <summary>Metrics that are angles, so that they do not exist where a vector is zero.</summary>
    public static IReadOnlyList<string> Angles { get; } =
        [MicrocircuitMetrics.AngleWTB, MicrocircuitMetrics.AngleBPhiWTPhi, MicrocircuitMetrics.AngleUpdateBP];

    /// <summary>Metrics by which tables and figures show alignment, and the error of a student.</summary>
    public static IReadOnlyList<string> OfAlignment { get; } =
        [.. Angles, MicrocircuitMetrics.NormRatio, CommonMetrics.ErrorTarget];

    /// <summary>Name of a metric.</summary>
    public static string Of(string metric) => metric switch
    {
        MicrocircuitMetrics.AngleWTB => "angle(W^T, B)",
        MicrocircuitMetrics.AngleBPhiWTPhi => "angle(B, phi' W^T phi')",
        MicrocircuitMetrics.AngleUpdateBP => "angle(dW, dW of BP)",
        MicrocircuitMetrics.NormRatio => "|B| / |W^T|",
        CommonMetrics.ErrorTarget => "|u_top - target|^2",
        _ => metric,
    };
}
