using CsCheck;
using PalActors.Messages.Plan;

namespace PalActors.Messages.Tests.Plan;

public sealed class ScheduleCursorTests
{
    [Fact]
    public void AdvanceWalksEveryTickAsCountedByHand() => ScheduleGen.Schedule.Sample(
        schedule =>
        {
            ScheduleCursor cursor = new(schedule);
            List<ScheduleGen.Naive> ticks = ScheduleGen.Ticks(schedule);
            cursor.MoveTo(1);
            foreach (ScheduleGen.Naive tick in ticks)
            {
                AssertAt(schedule, tick, cursor);
                if (tick.Tick < ticks.Count)
                    cursor.Advance();
            }
        },
        iter: 500);

    [Fact]
    public void MoveToGoesAnywhereAndAdvanceGoesOnFromThere() => Gen.Select(
        ScheduleGen.Schedule, Gen.Int[0, 1_000_000].Array[1, 10]).Sample(
        (schedule, jumps) =>
        {
            ScheduleCursor cursor = new(schedule);
            List<ScheduleGen.Naive> ticks = ScheduleGen.Ticks(schedule);
            foreach (int jump in jumps)
            {
                int at = jump % ticks.Count;
                cursor.MoveTo(at + 1);
                for (int i = at; i < Math.Min(ticks.Count, at + 12); i++)
                {
                    AssertAt(schedule, ticks[i], cursor);
                    if (i + 1 < ticks.Count)
                        cursor.Advance();
                }
            }
        },
        iter: 300);

    [Fact]
    public void OfASampleWithFramesTheLastOneIsReadOut()
    {
        Phase phase = new(1, 6, 2, TickFlags.ReadOut | TickFlags.Noise, "test", 0, 0, "accuracy_test", true)
        {
            Frames = 3,
            Batch = 5,
        };
        Assert.Equal(10, phase.Samples);
        ScheduleCursor cursor = new(new Schedule([phase], phase.LastTick));
        cursor.MoveTo(1);
        List<long> read = [];
        for (long tick = 1; tick <= phase.LastTick; tick++)
        {
            ScheduleCursor there = new(new Schedule([phase], phase.LastTick));
            there.MoveTo(tick);
            Assert.Equal(there.Flags, cursor.Flags);
            Assert.Equal(TickFlags.Noise, cursor.Flags & TickFlags.Noise);
            if ((cursor.Flags & TickFlags.ReadOut) != 0)
                read.Add(tick);
            if (tick < phase.LastTick)
                cursor.Advance();
        }

        Assert.Equal([5, 6, 11, 12], read);
    }

    [Fact]
    public void AnEndInsideAPhaseIsNoBoundary()
    {
        // The run ends within a presentation; the cursor knows only the plan's phases, so the presentation does not end
        // with the run.
        Schedule schedule = new(
            [new Phase(1, 3, 10, TickFlags.ReadOut, "test", 0, 0, "accuracy_test", true)], EndTick: 14);
        ScheduleCursor cursor = new(schedule);
        cursor.MoveTo(schedule.EndTick);
        Assert.Equal(4, cursor.PresentationTick);
        Assert.False(cursor.EndsPresentation);
        Assert.False(cursor.EndsPhase);
        cursor.Advance();
        Assert.Equal(15, cursor.Tick);
    }

    [Fact]
    public void BeforeTheFirstMoveThereIsNoPhase() =>
        Assert.Throws<InvalidOperationException>(() => new ScheduleCursor(new Schedule([], 0)).Phase);

    [Fact]
    public void NeighbouringPhasesWithPresentationsOfDifferentLength()
    {
        Schedule schedule = new(
            [
                new Phase(1, 2, 3, TickFlags.None, "train", 0, -1, null, false),
                new Phase(7, 1, 1, TickFlags.Target, "train", 0, -1, null, false),
                new Phase(8, 2, 2, TickFlags.Noise, "train", 0, -1, null, false),
            ],
            11);
        ScheduleCursor cursor = new(schedule);
        cursor.MoveTo(1);
        List<int> positions = [];
        for (int tick = 1; tick <= 11; tick++)
        {
            positions.Add(cursor.PresentationTick);
            if (tick < 11)
                cursor.Advance();
        }

        Assert.Equal([1, 2, 3, 1, 2, 3, 1, 1, 2, 1, 2], positions);
    }

    private static void AssertAt(Schedule schedule, ScheduleGen.Naive tick, ScheduleCursor cursor)
    {
        Assert.Equal(tick.Tick, cursor.Tick);
        Assert.Same(schedule.Phases[tick.Phase], cursor.Phase);
        Assert.Equal(tick.PresentationTick, cursor.PresentationTick);
        Assert.Equal(tick.Starts, cursor.StartsPresentation);
        Assert.Equal(tick.Ends, cursor.EndsPresentation);
        Assert.Equal(tick.EndsPhase, cursor.EndsPhase);
    }
}
