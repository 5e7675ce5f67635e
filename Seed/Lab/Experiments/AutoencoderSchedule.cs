using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The schedule of an autoencoder, whose samples are their own targets, and of a regression.</summary>
/// <remarks>
/// It is that of a classification, but evaluations yield the mean squared distance of the output from the target.
/// </remarks>
internal static class AutoencoderSchedule
{
    /// <summary>Mean squared error per value of the validation samples; the cells' metric of this name.</summary>
    public const string ErrorValidation = "mse_validation";

    /// <summary>Mean squared error per value of the test samples; the cells' metric of this name.</summary>
    public const string ErrorTest = "mse_test";

    /// <summary>Lays out the phases of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="step">Step and presentation of one of its models.</param>
    /// <exception cref="InputException">The schedule has more ticks than can be counted.</exception>
    public static Schedule Build(Experiment experiment, StepOptions step) =>
        EpochSchedule.Build(experiment, step, ErrorValidation, ErrorTest);
}
