using PalActors.Areas.Contract.Models;
using static PalActors.Areas.Contract.Models.MetricForm;
using static PalActors.Areas.Contract.Models.MetricHome;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>Metrics of the microcircuit: alignment of feedback, and of updates with backpropagation.</summary>
public static class MicrocircuitMetrics
{
    /// <summary>Angle between W^T of the area above and B, degrees.</summary>
    public const string AngleWTB = "angle_WT_B";

    /// <summary>Angle between B and phi' W^T phi', degrees.</summary>
    public const string AngleBPhiWTPhi = "angle_B_phiWTphi";

    /// <summary>|B| / |W^T|.</summary>
    public const string NormRatio = "norm_ratio_B_WT";

    /// <summary>Angle between the update of W and that of backpropagation on the equivalent network, degrees.</summary>
    public const string AngleUpdateBP = "angle_dW_BP";

    /// <summary>Of them.</summary>
    public static IReadOnlyList<MetricDescriptor> All { get; } =
    [
        new(AngleWTB, "angle(W^T, B)", "degrees", Hidden, Angle, "angle between W^T of the area above and B"),
        new(
            AngleBPhiWTPhi, "angle(B, phi' W^T phi')", "degrees", Hidden, Angle,
            "angle between B and phi' W^T phi', what B learns in theory"),
        new(NormRatio, "|B| / |W^T|", "1", Hidden, Ratio, "size of B relative to W^T of the area above"),
        new(
            AngleUpdateBP, "angle(dW, dW of BP)", "degrees", AboveInput, Angle,
            "angle between the update of W and that of backpropagation on the equivalent network"),
    ];
}
