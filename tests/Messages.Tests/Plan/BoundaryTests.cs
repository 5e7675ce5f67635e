using CsCheck;
using PalActors.Messages.Plan;

namespace PalActors.Messages.Tests.Plan;

/// <summary>Coarse boundaries depend on the schedule alone, so they are the same from any starting tick.</summary>
public sealed class BoundaryTests
{
    private static readonly Gen<Schedule> s_schedules =
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 6000], Gen.Int[0, 2]).Array[1, 6].SelectMany(phases =>
        {
            List<Phase> result = [];
            long next = 1;
            foreach ((int presentations, int ticks, int epoch) in phases)
            {
                result.Add(new Phase(next, presentations, ticks, TickFlags.None, "train", epoch, -1, null, false));
                next += (long)presentations * ticks;
            }

            return Gen.Long[1, next - 1].Select(end => new Schedule([.. result], end));
        });

    [Fact]
    public void TheyAreTheEndsOfPhasesAndOfPresentationsInLongOnes()
    {
        Schedule schedule = Of(9900, (1, 40, 100), (4001, 100, 100));
        Assert.Equal([4000, 8000, 9900], Boundaries(schedule));
        Assert.Equal(long.MaxValue, schedule.NextBoundary(9900));
    }

    [Fact]
    public void LongPresentationsHaveSomeInside() =>
        Assert.Equal([4096, 8192, 10_000, 14_096], Boundaries(Of(14_096, (1, 1, 10_000), (10_001, 1, 10_000)))[..4]);

    [Fact]
    public void FromAnywhereTheNextOneIsTheSameAndNoneIsFarAway() => s_schedules.Sample(schedule =>
    {
        long[] boundaries = Boundaries(schedule);
        Assert.Equal(schedule.EndTick, boundaries[^1]);
        for (long tick = 0, i = 0; tick < schedule.EndTick; tick++)
        {
            if (tick == boundaries[i])
                i++;
            Assert.Equal(boundaries[i], schedule.NextBoundary(tick));
        }

        Assert.All(boundaries.Prepend(0).Zip(boundaries), pair => Assert.InRange(pair.Second - pair.First, 1, 4096));
        foreach (Phase phase in schedule.Phases.Where(phase => phase.LastTick <= schedule.EndTick))
            Assert.Contains(phase.LastTick, boundaries);
        foreach (int epoch in schedule.Phases.Select(phase => phase.Epoch).Distinct())
        {
            int expected = boundaries.Count(tick => schedule.Phases[schedule.IndexOf(tick)].Epoch == epoch);
            Assert.Equal(expected, schedule.BoundariesIn(epoch));
        }
    }, iter: 100);

    [Fact]
    public void MeasuresAreAtBoundariesAndAtMultiplesOfTheInterval() => Gen.Select(
        s_schedules, Gen.Long[0, 5000]).Sample((schedule, every) =>
    {
        schedule = schedule with { RecordEvery = every };
        HashSet<long> boundaries = [.. Boundaries(schedule)];
        long last = 0, next = schedule.NextMeasure(0);
        for (long tick = 1; tick <= schedule.EndTick; tick++)
        {
            bool measures = boundaries.Contains(tick) || (every > 0 && tick % every == 0);
            Assert.Equal(measures, next == tick);
            if (measures)
                (last, next) = (tick, schedule.NextMeasure(tick));
            Assert.Equal(last, schedule.LastMeasure(tick));
        }

        Assert.Equal(long.MaxValue, next);
        Assert.Equal(schedule.EndTick, schedule.LastMeasure(schedule.EndTick + 7));
        Assert.Equal(0, schedule.LastMeasure(0));
    }, iter: 100);

    private static long[] Boundaries(Schedule schedule)
    {
        List<long> ticks = [];
        for (long tick = schedule.NextBoundary(0); tick != long.MaxValue; tick = schedule.NextBoundary(tick))
            ticks.Add(tick);
        return [.. ticks];
    }

    private static Schedule Of(long end, params (long First, int Presentations, int Ticks)[] phases) =>
        new([.. phases.Select((phase, i) => Of(i, phase.First, phase.Presentations, phase.Ticks))], end);

    private static Phase Of(int epoch, long first, int presentations, int ticks) =>
        new(first, presentations, ticks, TickFlags.None, "train", epoch, -1, null, false);
}
