using static PalActors.Areas.Contract.Models.MetricForm;
using static PalActors.Areas.Contract.Models.MetricHome;

namespace PalActors.Areas.Contract.Models;

/// <summary>Metrics that any cell model may measure, by the same names.</summary>
public static class CommonMetrics
{
    /// <summary>Share of the validation samples that were classified rightly.</summary>
    public const string AccuracyValidation = "accuracy_validation";

    /// <summary>Share of the test samples that were classified rightly.</summary>
    public const string AccuracyTest = "accuracy_test";

    /// <summary>Squared distance of the top area from its target, a sum.</summary>
    public const string ErrorTarget = "error_target";

    /// <summary>Value 1 at a coarse boundary at which all rates of an area are at a bound; else no row.</summary>
    public const string Saturated = "saturated";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDescriptor> All { get; } =
    [
        new(
            AccuracyValidation, AccuracyValidation, "1", Network, Share,
            "share of the validation samples classified rightly"),
        new(AccuracyTest, AccuracyTest, "1", Network, Share, "share of the test samples classified rightly"),
        new(
            ErrorTarget, "|u_top - target|^2", "1", Network, Magnitude,
            "squared distance of the top area's potentials from the target, a sum")
        {
            Panel = new MetricFigure("student and teacher", "|u_top - target|²"),
        },
        new(
            Saturated, "saturated", "1", AboveInput, Event,
            "1 at a coarse boundary at which all rates of an area are at a bound; else no row"),
    ];
}
