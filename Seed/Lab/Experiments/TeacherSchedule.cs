using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>The schedule of the tasks with teacher and student (FORMAT section 7).</summary>
/// <remarks>
/// First samples come in their order for the settling time, without learning, noise or target; then epochs, each with
/// all samples in an order that is shuffled anew. Records are counted from the first tick on, settling included.
/// </remarks>
internal static class TeacherSchedule
{
    private const TickFlags Feedback = TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise;

    /// <summary>Lays out the phases of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="step">Step and presentation of one of its models.</param>
    /// <param name="learnsForward">Whether W learns, from the teacher's answers.</param>
    /// <exception cref="InputException">The schedule has more ticks than can be counted.</exception>
    /// <exception cref="ParameterException">The settling time fits neither the step nor the samples.</exception>
    public static Schedule Build(Experiment experiment, StepOptions step, bool learnsForward)
    {
        TickFlags flags = learnsForward ? Feedback | TickFlags.LearnForward | TickFlags.Target : Feedback;
        int perSample = step.PresentationTicks, settling = Settling(experiment, step);
        List<Phase> phases = new(experiment.Epochs + 2);
        long next = 1;
        bool compares = experiment.CompareUpdates;
        int whole = settling / perSample, rest = settling % perSample;
        if (whole > 0)
            Settle(whole, perSample, first: 0, compares && rest == 0);
        if (rest > 0)
            Settle(1, rest, first: whole, compares);
        try
        {
            for (int epoch = 1; epoch <= experiment.Epochs; epoch++)
            {
                Add(new Phase(
                    next, experiment.Train, perSample, flags, TeacherStudent.Train, epoch, epoch - 1, null, false)
                {
                    CompareUpdates = compares,
                });
            }
        }
        catch (OverflowException)
        {
            throw new InputException(
                $"epochs is {experiment.Epochs}: the schedule has more than {long.MaxValue} ticks; "
                + "valid is what fits.");
        }

        return new Schedule([.. phases], experiment.Ticks ?? next - 1) { RecordEvery = experiment.RecordEvery };

        void Settle(int presentations, int ticks, int first, bool compare) => Add(
            new Phase(next, presentations, ticks, TickFlags.None, TeacherStudent.Settle, 0, -1, null, false)
            {
                FirstSample = first,
                CompareUpdates = compare,
            });

        void Add(Phase phase)
        {
            phases.Add(phase);
            next = checked(next + phase.Ticks);
        }
    }

    private static int Settling(Experiment experiment, StepOptions step)
    {
        int settling = TickText.Whole("settling_time", experiment.SettlingTime, step.Dt, 0);
        return settling <= (long)experiment.Train * step.PresentationTicks
            ? settling
            : throw new ParameterException(
                "settling_time",
                $"settling_time is {experiment.SettlingTime} ms; "
                + $"valid is 0 to {experiment.Train * step.Tpres:G10} ms, "
                + $"at most dataset_size x Tpres = {experiment.Train} x {step.Tpres} ms.");
    }
}
