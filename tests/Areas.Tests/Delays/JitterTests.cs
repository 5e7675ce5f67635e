using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Delays;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Delays;

/// <summary>Values that the jitter distributions draw.</summary>
public sealed class JitterTests
{
    private const ulong Seed = 99;
    private const int Draws = 40_000;

    // Scale 4, seed 99, link 4, ticks 1 to 24: by a separate program, from Philox4x32-10 and the definition alone.
    private static readonly int[] s_pinned = [2, 3, 0, 4, 0, 2, 1, 0, 3, 1, 4, 3, 4, 2, 3, 1, 2, 2, 3, 2, 2, 2, 2, 0];

    // The means of the rounded and cut distributions, from their densities; a deviation of the mean of this many draws
    // is about 0.02.
    [Theory]
    [InlineData("uniform", 8, 1000, 4.0)]
    [InlineData("uniform", 8, 4, 2.0)]
    [InlineData("normal", 5, 1000, 1.995)]
    [InlineData("lognormal", 4, 1000, 4.533)]
    public void TheMeanIsThatOfTheDistribution(string distribution, double scale, int largest, double mean)
    {
        int[] drawn = Draw(new Jitter(distribution, scale, largest), Seed, link: 4);
        Assert.InRange(drawn.Average(), mean - 0.1, mean + 0.1);
        Assert.InRange(drawn.Min(), 0, 1);
    }

    // Chi-square with n degrees of freedom: mean n, deviation sqrt(2 n); ends of half the weight would give some 1000.
    [Theory]
    [InlineData(1, 10)]
    [InlineData(4, 10)]
    [InlineData(10, 10)]
    [InlineData(20, 10)]
    [InlineData(63, 1000)]
    public void EveryValueOfAUniformOneHasTheSameWeight(int scale, int largest)
    {
        int n = Math.Min(scale, largest);
        Jitter jitter = new("uniform", scale, largest);
        Assert.Equal(n, jitter.Reach);
        int[] counts = new int[n + 1];
        foreach (int drawn in Draw(jitter, Seed, link: 4))
            counts[drawn]++;
        double expected = (double)Draws / (n + 1);
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(chiSquare, 0, n + (5 * Math.Sqrt(2 * n)));
    }

    [Fact]
    public void AUniformOneIsTheNumberOfValuesTimesTheDrawRoundedDown()
    {
        Jitter jitter = new("uniform", 4, 10);
        for (int tick = 1; tick <= 1000; tick++)
        {
            double u = CounterRandom.Uniform(Seed, RandomStream.Jitter, 4, 0, tick);
            Assert.Equal((int)Math.Floor(5 * u), jitter.Draw(Seed, 4, tick));
        }

        Assert.Equal(s_pinned, Draw(jitter, Seed, link: 4)[..24]);
    }

    [Fact]
    public void AUniformOneStaysBelowItsCutWhateverTheScale()
    {
        Assert.Equal(0, new Jitter("uniform", 1e300, 0).Reach);
        Assert.Equal(7, Draw(new Jitter("uniform", 1e300, 7), Seed, link: 2).Max());
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("lognormal")]
    public void ItIsCut(string distribution)
    {
        int[] drawn = Draw(new Jitter(distribution, 6, 7), Seed, link: 2);
        Assert.Equal(7, drawn.Max());
        Assert.Equal(3, Draw(new Jitter(distribution, 6, 3), Seed, link: 2).Max());
        // The cut moves only values beyond it.
        Assert.Equal(drawn.Select(j => Math.Min(j, 3)), Draw(new Jitter(distribution, 6, 3), Seed, link: 2));
        Assert.Equal(7, Draw(new Jitter(distribution, 1e300, 7), Seed, link: 2).Max());
    }

    [Fact]
    public void HalfOfTheNormalOnesAreNone() =>
        Assert.InRange(
            Draw(new Jitter("normal", 1000, 100_000), Seed, link: 2).Count(j => j == 0) / (double)Draws, 0.48, 0.52);

    [Theory]
    [InlineData("uniform")]
    [InlineData("normal")]
    [InlineData("lognormal")]
    public void ItDependsOnSeedLinkAndTickAlone(string distribution)
    {
        Jitter jitter = new(distribution, 20, 100);
        int[] drawn = Draw(jitter, Seed, link: 2);
        Assert.Equal(drawn, Draw(jitter with { }, Seed, link: 2));
        Assert.NotEqual(drawn, Draw(jitter, Seed + 1, link: 2));
        Assert.NotEqual(drawn, Draw(jitter, Seed, link: 3));
        // A link's two directions and its neighbours have different numbers.
        AreaGraph chain = AreaGraph.Chain([2, 2, 2, 2]);
        (Pathway first, Pathway second) = (chain.Pathways[1], chain.Pathways[2]);
        Assert.Equal(
            [2, 3, 4, 5],
            [
                LinkJitter.NumberOf(first, true), LinkJitter.NumberOf(first, false),
                LinkJitter.NumberOf(second, true), LinkJitter.NumberOf(second, false),
            ]);

        // The order of the questions does not matter.
        LinkJitter up = new(jitter, Seed, first, up: true);
        Random random = new(1);
        for (int i = 0; i < 5000; i++)
        {
            int tick = random.Next(1, Draws);
            Assert.Equal(drawn[tick - 1], up.At(tick));
        }
    }

    [Theory]
    [InlineData("none", 5, 5)]
    [InlineData("uniform", 0, 5)]
    [InlineData("lognormal", 5, 0)]
    public void WithoutReachThereIsNone(string distribution, double scale, int largest)
    {
        Jitter jitter = new(distribution, scale, largest);
        Assert.Equal(0, jitter.Reach);
        Assert.All(Draw(jitter, Seed, link: 2), drawn => Assert.Equal(0, drawn));
    }

    private static int[] Draw(Jitter jitter, ulong seed, int link) =>
        [.. Enumerable.Range(1, Draws).Select(tick => jitter.Draw(seed, link, tick))];
}
