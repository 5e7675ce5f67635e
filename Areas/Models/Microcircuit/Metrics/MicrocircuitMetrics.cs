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

    /// <summary>|Q + B| / |B|.</summary>
    public const string CancellationRatio = "norm_ratio_QB_B";

    /// <summary>Root mean square of the apical potentials of a pathway's branch.</summary>
    public const string ApicalSize = "apical_rms";

    /// <summary>Angle between the update of W and that of backpropagation on the equivalent network, degrees.</summary>
    public const string AngleUpdateBP = "angle_dW_BP";

    /// <summary>Of them.</summary>
    public static IReadOnlyList<MetricDescriptor> All { get; } =
    [
        new(AngleWTB, "angle(W^T, B)", "degrees", Feedback, Angle, "angle between W^T of the area above and B")
        {
            Panel = new MetricFigure("alignment of B with Wᵀ", "angle(Wᵀ, B) / °"),
            Headline = new MetricHeadline(
                "angle(W^T,B)", "angle", "angle between W^T and B in degrees",
                new MetricFigure("alignment of the feedback weights", "angle between Wᵀ and B / °")),
            WhyMissing = WhyNoAlignment,
        },
        new(
            AngleBPhiWTPhi, "angle(B, phi' W^T phi')", "degrees", Feedback, Angle,
            "angle between B and phi' W^T phi', what B learns in theory")
        {
            Panel = new MetricFigure("alignment of B with φ'Wᵀφ'", "angle(B, φ'Wᵀφ') / °"),
            WhyMissing = WhyNoAlignment,
        },
        new(
            AngleUpdateBP, "angle(dW, dW of BP)", "degrees", Pathway, Angle,
            "angle between the update of W and that of backpropagation on the equivalent network")
        {
            Panel = new MetricFigure("updates of W and backpropagation", "angle(ΔW, ΔW of BP) / °"),
        },
        new(NormRatio, "|B| / |W^T|", "1", Feedback, Ratio, "size of B relative to W^T of the area above")
        {
            Panel = new MetricFigure("size of the feedback weights", "|B| / |Wᵀ|"),
        },
        new(
            CancellationRatio, "|Q + B| / |B|", "1", Feedback, Ratio,
            "what interneurons fail to cancel of the feedback weights, relative to these")
        {
            Panel = new MetricFigure("cancellation by interneurons", "|Q + B| / |B|"),
        },
        new(
            ApicalSize, "vapi", "1", Feedback, Magnitude,
            "apical potentials that a pathway leaves, root mean square; without a target where nothing should be left")
        {
            Panel = new MetricFigure("apical potentials after an evaluation", "root mean square of vapi"),
        },
    ];

    // |B| / |W^T| shows which of both is zero. If it is NaN, weights may not be finite; the network then diverges at
    // the next boundary, which is the better message.
    private static MissingReason WhyNoAlignment(Func<string, double> metric) => metric(NormRatio) switch
    {
        0 => new MissingReason("B is zero"),
        double.PositiveInfinity => new MissingReason("W is zero"),
        double.NaN => new MissingReason("W and B are zero", IsCertain: false),
        _ => new MissingReason("phi' W^T phi' is zero"),
    };
}
