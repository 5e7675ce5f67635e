using CsCheck;
using PalActors.Messages.Plan;

namespace PalActors.Messages.Tests.Plan;

/// <summary>Random schedules, and the naive list of all their ticks.</summary>
internal static class ScheduleGen
{
    public static readonly Gen<Schedule> Schedule =
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 9], Gen.Int[0, 63]).Array[1, 8].Select(phases =>
        {
            List<Phase> result = [];
            long next = 1;
            foreach ((int presentations, int ticks, int flags) in phases)
            {
                result.Add(
                    new Phase(next, presentations, ticks, (TickFlags)flags, "train", result.Count, -1, null, false));
                next += presentations * ticks;
            }

            return new Schedule([.. result], next - 1);
        });

    /// <summary>The properties of each tick, by counting.</summary>
    public static List<Naive> Ticks(Schedule schedule)
    {
        List<Naive> ticks = [];
        for (int phase = 0; phase < schedule.Phases.Length; phase++)
        {
            Phase at = schedule.Phases[phase];
            for (int presentation = 1; presentation <= at.Presentations; presentation++)
            {
                for (int tick = 1; tick <= at.PresentationTicks; tick++)
                    ticks.Add(new Naive(
                        ticks.Count + 1,
                        phase,
                        tick,
                        tick == 1,
                        tick == at.PresentationTicks,
                        tick == at.PresentationTicks && presentation == at.Presentations));
            }
        }

        return ticks;
    }

    public sealed record Naive(long Tick, int Phase, int PresentationTick, bool Starts, bool Ends, bool EndsPhase);
}
