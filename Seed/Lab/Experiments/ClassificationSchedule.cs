using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The schedule of a classification task (MODEL section 4).</summary>
/// <remarks>Evaluations yield the share of the samples that are classified rightly.</remarks>
internal static class ClassificationSchedule
{
    /// <summary>Lays out the phases of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="step">Step and presentation of one of its models.</param>
    /// <exception cref="InputException">The schedule has more ticks than can be counted.</exception>
    public static Schedule Build(Experiment experiment, StepOptions step) => EpochSchedule.Build(
        experiment, step, CommonMetrics.AccuracyValidation, CommonMetrics.AccuracyTest);
}
