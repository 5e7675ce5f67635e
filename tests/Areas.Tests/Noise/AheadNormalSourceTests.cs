using System.Diagnostics;
using CsCheck;
using PalActors.Areas.Toolkit.Noise;

namespace PalActors.Areas.Tests.Noise;

public sealed class AheadNormalSourceTests
{
    [Fact]
    public void TheValuesAreThoseDrawnOnTheSpot() => Gen.Select(Gen.Int[1, 100], Gen.Int).Sample(
        (neurons, seed) =>
        {
            AheadNormalSource ahead = new(7, 3, neurons);
            CounterNormalSource here = new(7, 3, neurons, 1);
            Random random = new(seed);
            long tick = 1;
            for (int i = 0; i < 4000; i++)
            {
                Assert.Equal(here.Draw(tick, 0)[..neurons].ToArray(), ahead.Draw(tick, 0)[..neurons].ToArray());

                // Mostly the next tick; sometimes a jump ahead, as over a phase without noise, or back, as after a
                // restore. Now and then the helper thread gets time.
                int what = random.Next(1000);
                tick =
                    what == 0 ? tick + random.Next(2000) : what == 1 ? Math.Max(1, tick - random.Next(2000)) : tick + 1;
                if (what is > 1 and < 6)
                    Thread.Sleep(1);
            }
        },
        iter: 20);

    [Fact]
    public void ACoreThatIsSparedDoesDraw()
    {
        AheadNormalSource source = new(1, 1, 30);
        Stopwatch patience = Stopwatch.StartNew();
        long tick = 0;
        while (source.DrawnHere == tick && patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            source.Draw(++tick, tick - 1);
            Thread.Sleep(1);
        }

        Assert.True(source.DrawnHere < tick, $"none of {tick} ticks was drawn ahead");
    }
}
