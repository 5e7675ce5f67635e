using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>Counts over schedules, apart from the program's own.</summary>
public static class ScheduleCounts
{
    /// <summary>Number of times that alignment is recorded up to a tick.</summary>
    public static long RecordsUpTo(this Schedule schedule, long tick)
    {
        long records = schedule.RecordEvery > 0 ? tick / schedule.RecordEvery : 0;
        foreach (Phase phase in schedule.Phases)
        {
            bool isOwn = schedule.RecordEvery == 0 || phase.LastTick % schedule.RecordEvery != 0;
            if (phase.LastTick <= tick && phase.RecordAlignment && isOwn)
                records++;
        }

        return records;
    }
}
