using CsCheck;
using PalActors.Messages.Plan;

namespace PalActors.Messages.Tests.Plan;

public sealed class ScheduleTests
{
    [Fact]
    public void IndexOfFindsThePhaseOfEveryTick() => ScheduleGen.Schedule.Sample(
        schedule =>
        {
            foreach (ScheduleGen.Naive tick in ScheduleGen.Ticks(schedule))
                Assert.Equal(tick.Phase, schedule.IndexOf(tick.Tick));
        },
        iter: 300);

    [Fact]
    public void TicksOutsideAreRefusedWithBothNumbers() => ScheduleGen.Schedule.Sample(
        schedule =>
        {
            long last = schedule.Phases[^1].LastTick;
            foreach (long tick in new[] { 0, -1, long.MinValue, last + 1, long.MaxValue })
            {
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
                    () => schedule.IndexOf(tick));
                Assert.Contains($"{last}", error.Message, StringComparison.Ordinal);
                Assert.Contains($"{tick}", error.Message, StringComparison.Ordinal);
            }
        },
        iter: 100);

    [Fact]
    public void AScheduleWithoutPhasesHoldsNoTick() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Schedule([], 0).IndexOf(1));

    [Fact]
    public void APhaseShowsABatchPerPresentationAndMayDrawItFromMore()
    {
        Phase phase = new(1, 12, 5, TickFlags.None, "train", 1, 0, null, false);
        Assert.Equal((1, 12, 12, 60), (phase.Batch, phase.Samples, phase.Pool, phase.Ticks));
        Phase batches = phase with { Batch = 32 };
        Assert.Equal((384, 384, 60), (batches.Samples, batches.Pool, batches.Ticks));
        Phase some = batches with { Pool = 400 };
        Assert.Equal((384, 400, 60), (some.Samples, some.Pool, some.Ticks));
        Assert.Equal(32, new Schedule([some, batches with { FirstTick = 61 }], 120).Batch);
        Assert.Throws<OverflowException>(() => (phase with { Batch = int.MaxValue }).Samples);
    }

    [Fact]
    public void VeryLongPhasesDoNotOverflow()
    {
        Phase first = new(1, int.MaxValue, int.MaxValue, TickFlags.None, "train", 0, 0, null, false);
        Phase second = new(first.LastTick + 1, 2, 3, TickFlags.Target, "train", 1, 1, null, false);
        Schedule schedule = new([first, second], second.LastTick);
        Assert.Equal((long)int.MaxValue * int.MaxValue, first.LastTick);
        Assert.Equal(0, schedule.IndexOf(first.LastTick));
        Assert.Equal(1, schedule.IndexOf(first.LastTick + 1));
        ScheduleCursor cursor = new(schedule);
        cursor.MoveTo(first.LastTick);
        Assert.True(cursor.EndsPhase);
        Assert.Equal(int.MaxValue, cursor.PresentationTick);
        cursor.Advance();
        Assert.True(cursor.StartsPresentation);
        Assert.Equal(TickFlags.Target, cursor.Phase.Flags);
    }

    [Fact]
    public void OnlyWholePresentationsAreTicksOfOne()
    {
        // Three of 10 ticks, then two of 7: 1 11 21, 31 38; the end is 44.
        Schedule schedule = new(
            [
                new Phase(1, 3, 10, TickFlags.None, "train", 1, 0, null, false),
                new Phase(31, 2, 7, TickFlags.None, "test", 1, -1, null, false),
            ],
            44);
        (long First, int Ticks)[] found =
        [
            .. from first in Enumerable.Range(-3, 60) from ticks in Enumerable.Range(-1, 50)
                where schedule.IsPresentation(first, ticks) select ((long)first, ticks),
        ];
        Assert.Equal([(1L, 10), (11L, 10), (21L, 10), (31L, 7), (38L, 7)], found);
        Assert.False(schedule.IsPresentation(long.MaxValue, 7));
        Assert.False(schedule.IsPresentation(long.MinValue, 10));
        Assert.False(new Schedule([], 0).IsPresentation(1, 1));
    }
}
