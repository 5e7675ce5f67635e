namespace PalActors.Messages.Control;

/// <summary>Names of the metrics, as in metrics.csv.</summary>
public static class MetricNames
{
    /// <summary>Angle between W^T of the area above and B, degrees.</summary>
    public const string AngleWTB = "angle_WT_B";

    /// <summary>Angle between B and phi' W^T phi', degrees.</summary>
    public const string AngleBPhiWTPhi = "angle_B_phiWTphi";

    /// <summary>|B| / |W^T|.</summary>
    public const string NormRatio = "norm_ratio_B_WT";

    /// <summary>Angle between the update of W and that of backpropagation on the equivalent network, degrees.</summary>
    public const string AngleUpdateBP = "angle_dW_BP";

    /// <summary>|ub_top - target|^2, a sum.</summary>
    public const string ErrorTarget = "error_target";

    /// <summary>Value 1 at a coarse boundary at which all rates of an area are at a bound; else no row.</summary>
    public const string Saturated = "saturated";

    /// <summary>Share of the validation samples that were classified rightly.</summary>
    public const string AccuracyValidation = "accuracy_validation";

    /// <summary>Share of the test samples that were classified rightly.</summary>
    public const string AccuracyTest = "accuracy_test";
}
