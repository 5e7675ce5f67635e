using PalActors.Areas.Contract.Models;

namespace PalActors.Areas.Models.RateCells.Metrics;

/// <summary>Metrics of the rate cells.</summary>
public static class RateMetrics
{
    /// <summary>Angle between the transpose of W of an area and the B that leads back from it.</summary>
    public const string Angle = "angle_WT_B";

    /// <summary>Mean squared distance of the output from its target over the validation samples.</summary>
    public const string MeanSquareValidation = "mse_validation";

    /// <summary>The same over the test samples.</summary>
    public const string MeanSquareTest = "mse_test";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDescriptor> All { get; } =
    [
        new(
            Angle, "angle(W^T, B)", "degrees", MetricHome.AboveFirst, MetricForm.Angle,
            "angle between W^T of an area and the B that leads from it to the area below")
        {
            Panel = new MetricFigure("alignment of B with Wᵀ", "angle(Wᵀ, B) / °"),
            Headline = new MetricHeadline(
                "angle", "angle W^T,B", "angle(W^T, B) in degrees",
                new MetricFigure("alignment of feedback", "angle(Wᵀ, B) / °")),
        },
        new(
            MeanSquareValidation, MeanSquareValidation, "1", MetricHome.Network, MetricForm.Magnitude,
            "mean over cells and validation samples of (target - r)^2 at the end of a presentation")
        {
            Panel = new MetricFigure("validation error", "mean squared error"),
        },
        new(
            MeanSquareTest, MeanSquareTest, "1", MetricHome.Network, MetricForm.Magnitude,
            "mean over cells and test samples of (target - r)^2 at the end of a presentation"),
    ];
}
