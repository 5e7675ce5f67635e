using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>The schedule of a classification task (MODEL section 4).</summary>
/// <remarks>
/// There is an evaluation before the first epoch; per epoch all training samples in a fresh order with everything
/// plastic, then the validation samples in a fresh order with learning and target off; at the end the test samples.
/// Noise acts in every tick, and the state is never reset in between. Samples that fill no batch are not shown.
/// </remarks>
public static class ClassificationSchedule
{
    private const TickFlags Learning =
        TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;

    private const TickFlags Evaluating = TickFlags.Noise | TickFlags.ReadOut;

    /// <summary>Lays out the phases of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="step">Step and presentation of one of its models.</param>
    /// <exception cref="InputException">The schedule has more ticks than can be counted.</exception>
    public static Schedule Build(Experiment experiment, StepOptions step)
    {
        int presentationTicks = step.PresentationTicks;
        List<Phase> phases = new(2 * experiment.Epochs + 2);
        long next = 1;
        try
        {
            Validate(0);
            for (int epoch = 1; epoch <= experiment.Epochs; epoch++)
            {
                Add(experiment.Train, Learning, "train", epoch, null, alignment: false);
                Validate(epoch);
            }

            Add(experiment.Test, Evaluating, "test", experiment.Epochs, CommonMetrics.AccuracyTest, alignment: false);
        }
        catch (OverflowException)
        {
            throw new InputException(
                $"epochs is {experiment.Epochs}: the schedule has more than {long.MaxValue} ticks; "
                + "valid is what fits.");
        }

        return new Schedule([.. phases], experiment.Ticks ?? next - 1);

        void Validate(int epoch) => Add(
            experiment.Validation, Evaluating, "validation", epoch, CommonMetrics.AccuracyValidation, alignment: true);

        void Add(int samples, TickFlags flags, string split, int epoch, string? metric, bool alignment)
        {
            // The number of the phase is that of its permutation too: no two phases show samples in the same order.
            int presentations = samples / experiment.BatchSize;
            phases.Add(new Phase(
                next, presentations, presentationTicks, flags, split, epoch, ShuffleRound: phases.Count, metric,
                alignment)
            {
                Batch = experiment.BatchSize,
                Pool = samples,
            });
            next = checked(next + ((long)presentations * presentationTicks));
        }
    }
}
