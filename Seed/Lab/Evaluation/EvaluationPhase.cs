using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Evaluation;

/// <summary>The phase of a schedule in which a network is evaluated, without learning.</summary>
/// <remarks>
/// Some presentations of the phase before are shown first, without learning: so noise, potentials and filters are what
/// they were in the run.
/// </remarks>
/// <param name="Plan">The network, whose schedule ends with the phase.</param>
/// <param name="Index">Index of the phase.</param>
/// <param name="StartTick">Tick after which the network begins.</param>
internal sealed record EvaluationPhase(NetworkPlan Plan, int Index, long StartTick)
{
    private const int SamplesBefore = 50;

    /// <summary>The phase.</summary>
    public Phase Phase => Plan.Schedule.Phases[Index];

    /// <summary>Last tick of each sample.</summary>
    public IEnumerable<long> Ends => Enumerable.Range(1, Phase.Presentations / Phase.Frames)
        .Select(number => Phase.FirstTick - 1 + ((long)number * Phase.Frames * Phase.PresentationTicks));

    /// <summary>Finds the last evaluation of a network's own schedule.</summary>
    /// <remarks>
    /// The ticks are those of the run, so noise and order of samples are the run's own. Training samples are shown in
    /// place of test samples.
    /// </remarks>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">The network.</param>
    /// <param name="split">The split that is shown.</param>
    /// <exception cref="InputException">The task has no evaluations.</exception>
    public static EvaluationPhase Of(Experiment experiment, NetworkPlan plan, string split)
    {
        Phase[] phases = plan.Schedule.Phases;
        string shown = split == "train" ? "test" : split;
        int index = Array.FindLastIndex(phases, phase => phase.Split == shown && phase.Metric is not null);
        if (index < 0)
        {
            throw new InputException(
                $"task {experiment.Task} has no evaluations; valid is a run of a task with test samples.");
        }

        Phase last = phases[index];
        if (split != shown)
        {
            last = last with
            {
                Split = split,
                Presentations = experiment.Train / experiment.BatchSize * last.Frames,
                Pool = experiment.Train,
            };
        }

        Phase[] before = phases[..index];
        long start = last.FirstTick - 1;
        if (index > 0)
        {
            Phase rest = before[^1] = before[^1] with { Flags = before[^1].Flags & ~EpochSchedule.Plastic };
            start -= (long)Math.Min(SamplesBefore * rest.Frames, rest.Presentations) * rest.PresentationTicks;
        }

        Schedule schedule = new([.. before, last], last.LastTick);
        return new EvaluationPhase(plan with { Schedule = schedule }, index, start);
    }

    /// <summary>The same from tick 1 on, with fewer presentations before it.</summary>
    public EvaluationPhase Alone()
    {
        if (Index == 0)
            return this;
        Phase before = Plan.Schedule.Phases[Index - 1];
        before = before with
        {
            FirstTick = 1,
            Presentations = Math.Min(SamplesBefore * before.Frames, before.Presentations),
            Pool = before.Pool,
        };
        Phase last = Phase with { FirstTick = before.LastTick + 1 };
        return new EvaluationPhase(Plan with { Schedule = new Schedule([before, last], last.LastTick) }, 1, 0);
    }
}
