using CsCheck;
using PalActors.Clustering.Clock;

namespace PalActors.Cluster.Tests.Clock;

/// <summary>The horizon over simulated time: areas compute at some speed, the clock asks at every report.</summary>
public sealed class HorizonPolicyTests
{
    [Fact]
    public void MonotoneBoundedByTheEndAndAlwaysOn() => Gen.Select(
        Gen.Long[0, 1_000_000], Gen.Long[1, 5000], Gen.Int[0, 500], Gen.Int).Sample(
        (start, length, milliseconds, seed) =>
        {
            Random random = new(seed);
            long end = start + length, reached = start, granted = start;
            HorizonPolicy policy = new(start, end, TimeSpan.FromMilliseconds(milliseconds));
            TimeSpan now = TimeSpan.Zero;
            int calls = 0;
            while (reached < end)
            {
                Assert.True(++calls < 100_000, "no end in sight");
                long? next = policy.Next(reached, now);
                Assert.Equal(next ?? granted, policy.Granted);
                Assert.InRange(policy.Granted, granted + (next is null ? 0 : 1), end);
                granted = policy.Granted;

                // An area at the horizon, or at the report's tick, has reported or will report.
                if (reached == granted)
                    Assert.Equal(end, granted);
                Assert.InRange(policy.ReportTick, next is null ? start : Math.Min(reached + 1, end), granted);

                // Areas get to the tick of the report, or anywhere up to the horizon, in any time, also none.
                reached = random.Next(3) == 0
                    ? random.NextInt64(reached, granted + 1)
                    : Math.Max(reached, random.Next(2) == 0 ? policy.ReportTick : granted);
                now += TimeSpan.FromTicks(random.NextInt64(0, 10_000_000));
            }

            Assert.Null(policy.Next(end, now));
        },
        iter: 300);

    [Fact]
    public void RunAheadIsBoundedByTheSpanOfComputing() => Gen.Select(
        Gen.Double[100, 5e6], Gen.Double[0.001, 0.5]).Sample(
        (speed, seconds) =>
        {
            // Half a span per horizon, two horizons: at most the span, or two of the first horizons while the speed is
            // unknown.
            HorizonPolicy policy = new(0, 1_000_000_000_000, TimeSpan.FromSeconds(seconds));
            double bound = 2 * Math.Max(4, speed * seconds / 2 * 1.01) + 2;
            long reached = 0;
            for (int i = 0; i < 60 || reached / speed < 20 * seconds; i++)
            {
                policy.Next(reached, TimeSpan.FromSeconds(reached / speed));
                Assert.InRange(policy.Granted - reached, 1, (long)bound);
                reached = policy.ReportTick;
            }

            // The policy also uses its allowance: in the end a horizon is about half the span long.
            long before = policy.Granted;
            policy.Next(reached, TimeSpan.FromSeconds(reached / speed));
            double step = policy.Granted - before;
            Assert.InRange(
                step, Math.Floor(speed * seconds / 2 * 0.9), Math.Max(1, Math.Ceiling(speed * seconds / 2 * 1.1)));
        },
        iter: 200);

    [Fact]
    public void NothingIsGrantedBeforeTheReport()
    {
        HorizonPolicy policy = new(0, 100_000, TimeSpan.FromSeconds(1));
        Assert.NotNull(policy.Next(0, TimeSpan.Zero));
        long report = policy.ReportTick, granted = policy.Granted;
        Assert.Null(policy.Next(report - 1, TimeSpan.FromSeconds(1)));
        Assert.Equal((report, granted), (policy.ReportTick, policy.Granted));
        Assert.NotNull(policy.Next(report, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void ReportsHandledBackToBackAreNoMeasureOfSpeed()
    {
        // As when the clock's thread was starved and then finds several reports at once: the horizon must stay bounded.
        HorizonPolicy policy = new(0, long.MaxValue, TimeSpan.FromMilliseconds(100));
        long reached = 0;
        TimeSpan now = TimeSpan.Zero;
        for (int i = 0; i < 5000; i++)
        {
            policy.Next(reached, now);
            Assert.True(policy.Granted - reached <= 250_000, $"{policy.Granted - reached} ticks ahead");
            reached = policy.ReportTick;
            // A million ticks a second in the mean, every tenth report late and the rest at once.
            now = i % 10 == 9 ? TimeSpan.FromSeconds(reached / 1e6) : now;
        }
    }

    [Fact]
    public void OneEstimateHalvesTheHorizonOrMakesItEightTimesAsLongAtMost()
    {
        HorizonPolicy policy = new(0, long.MaxValue, TimeSpan.FromSeconds(1));
        policy.Next(0, TimeSpan.Zero);
        double step = policy.Granted;
        for (int i = 1; i < 20; i++)
        {
            long before = policy.Granted;
            // First a machine that seems infinitely fast, then one that seems to stand still.
            policy.Next(policy.ReportTick, i < 10 ? TimeSpan.FromTicks(i) : TimeSpan.FromDays(i));
            double now = policy.Granted - before;
            Assert.InRange(now, Math.Floor(step / 2), Math.Ceiling(step * 8));
            step = now;
        }
    }

    [Fact]
    public void ANetworkOfNoTicksIsOverAtOnce() =>
        Assert.Null(new HorizonPolicy(5, 5, TimeSpan.FromSeconds(1)).Next(5, TimeSpan.Zero));
}
