using CsCheck;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Noise;

public sealed class CounterNormalSourceTests
{
    [Fact]
    public void EveryTickGetsItsOwnDrawsInWhateverOrderTicksAreAskedFor() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[-20, 20].Array[1, 60]).Sample(
            (neurons, steps) =>
            {
                CounterNormalSource source = new(7, 3, neurons, interval: 1);
                long tick = 0;
                foreach (int step in steps)
                {
                    // Mostly onward by one; a step of 0 asks for the same tick again, a negative one goes back.
                    tick = Math.Max(0, step > 1 ? tick + 1 : tick + step);
                    double[] drawn = source.Draw(tick, tick)[..neurons].ToArray();
                    double[] expected = new double[neurons];
                    CounterRandom.Normals(7, RandomStream.Noise, 3, tick, expected);
                    Assert.Equal(expected, drawn);
                }
            },
            iter: 200);

    [Fact]
    public void AnIntervalDrawsInItsTicksOnly()
    {
        CounterNormalSource source = new(7, 3, 5, interval: 3);
        double[] expected = new double[5];
        for (long tick = 100; tick < 112; tick++)
        {
            ReadOnlySpan<double> drawn = source.Draw(tick, tick - 100);
            CounterRandom.Normals(7, RandomStream.Noise, 3, tick, expected);
            Assert.Equal((tick - 100) % 3 == 0 ? expected : [], drawn[..Math.Min(5, drawn.Length)].ToArray());
        }
    }
}
