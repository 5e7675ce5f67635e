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
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => schedule.IndexOf(tick));
                Assert.Contains($"{last}", error.Message, StringComparison.Ordinal);
                Assert.Contains($"{tick}", error.Message, StringComparison.Ordinal);
            }
        },
        iter: 100);

    [Fact]
    public void AScheduleWithoutPhasesHoldsNoTick() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Schedule([], 0).IndexOf(1));

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
}
