using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The schedule of tasks that train, validate and test with samples of a data set.</summary>
/// <remarks>
/// There is an evaluation before the first epoch; per epoch all training samples in a fresh order with everything
/// plastic, then the validation samples in a fresh order with learning and target off; at the end the test samples,
/// which may also come before the first epoch.
/// The state is never reset in between. Samples that fill no batch are not shown.
/// </remarks>
internal static class EpochSchedule
{
    /// <summary>All rules learn.</summary>
    public const TickFlags Plastic = TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward;

    private const TickFlags Learning = Plastic | TickFlags.Noise | TickFlags.Target;

    /// <summary>Lays out the phases of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="step">Step and presentation of one of its models.</param>
    /// <param name="validation">Name of the figure that an evaluation with validation samples yields.</param>
    /// <param name="test">Name of the figure that the test yields.</param>
    /// <exception cref="InputException">The schedule has more ticks than can be counted.</exception>
    public static Schedule Build(Experiment experiment, StepOptions step, string validation, string test)
    {
        TickFlags evaluating = TickFlags.ReadOut | (experiment.EvaluationNoise ? TickFlags.Noise : TickFlags.None);
        List<Phase> phases = new(2 * experiment.Epochs + 2);
        long next = 1;
        try
        {
            Validate(0);
            if (experiment.TestsFirst)
                Test(0);
            for (int epoch = 1; epoch <= experiment.Epochs; epoch++)
            {
                Add(experiment.Train, Learning, "train", epoch, null, alignment: false);
                Validate(epoch);
            }

            Test(experiment.Epochs);
        }
        catch (OverflowException)
        {
            throw new InputException(
                $"epochs is {experiment.Epochs}: the schedule has more than {long.MaxValue} ticks; "
                + "valid is what fits.");
        }

        return new Schedule([.. phases], experiment.Ticks ?? next - 1);

        void Validate(int epoch) =>
            Add(experiment.Validation, evaluating, "validation", epoch, validation, alignment: true);

        void Test(int epoch) => Add(experiment.Test, evaluating, "test", epoch, test, alignment: false);

        void Add(int samples, TickFlags flags, string split, int epoch, string? metric, bool alignment)
        {
            int presentations = checked(samples / experiment.BatchSize * step.Frames);
            // The number of the phase is that of its permutation too: no two phases show samples in the same order.
            Phase phase = new(
                next, presentations, step.PresentationTicks, flags, split, epoch, ShuffleRound: phases.Count, metric,
                alignment)
            {
                Batch = experiment.BatchSize,
                Pool = samples,
                Frames = step.Frames,
            };
            phases.Add(phase);
            next = checked(next + phase.Ticks);
        }
    }
}
