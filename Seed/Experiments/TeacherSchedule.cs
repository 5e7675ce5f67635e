using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>
/// The schedule of the teacher-student tasks (FORMAT section 7): the first samples, in their order, for the settling time, without learning, noise or target; then epochs, each with
/// all samples in an order that is shuffled anew. Records are counted from the first tick on, settling included.
/// </summary>
public static class TeacherSchedule
{
    private const TickFlags Feedback = TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise;

    /// <summary>Lays out the phases of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="parameters">Parameters of one of its models.</param>
    /// <param name="learnsForward">Whether W learns, from the teacher's answers.</param>
    /// <exception cref="InputException">The schedule has more ticks than can be counted.</exception>
    /// <exception cref="ParameterException">The settling time fits neither the step nor the samples.</exception>
    public static Schedule Build(Experiment experiment, MicrocircuitParameters parameters, bool learnsForward)
    {
        TickFlags flags = learnsForward ? Feedback | TickFlags.LearnForward | TickFlags.Target : Feedback;
        int perSample = parameters.PresentationTicks;
        int settling = TickText.Whole("settling_time", experiment.SettlingTime, parameters.Dt, 0);
        if (settling > (long)experiment.Train * perSample)
        {
            throw new ParameterException(
                "settling_time",
                $"settling_time is {experiment.SettlingTime} ms; "
                + $"valid is 0 to {experiment.Train * parameters.Tpres:G10} ms, "
                + $"at most dataset_size x Tpres = {experiment.Train} x {parameters.Tpres} ms.");
        }

        List<Phase> phases = new(experiment.Epochs + 2);
        long next = 1;
        int whole = settling / perSample, rest = settling % perSample;
        if (whole > 0)
            Add(new Phase(next, whole, perSample, TickFlags.None, TeacherStudent.Settle, 0, -1, null, false) { CompareUpdates = experiment.CompareUpdates && rest == 0 });
        if (rest > 0)
            Add(new Phase(next, 1, rest, TickFlags.None, TeacherStudent.Settle, 0, -1, null, false) { FirstSample = whole, CompareUpdates = experiment.CompareUpdates });
        try
        {
            for (int epoch = 1; epoch <= experiment.Epochs; epoch++)
                Add(new Phase(next, experiment.Train, perSample, flags, TeacherStudent.Train, epoch, epoch - 1, null, false) { CompareUpdates = experiment.CompareUpdates });
        }
        catch (OverflowException)
        {
            throw new InputException($"epochs is {experiment.Epochs}: the schedule has more than {long.MaxValue} ticks; valid is what fits.");
        }

        return new Schedule([.. phases], experiment.Ticks ?? next - 1) { RecordEvery = experiment.RecordEvery };

        void Add(Phase phase)
        {
            phases.Add(phase);
            next = checked(next + phase.Ticks);
        }
    }
}
