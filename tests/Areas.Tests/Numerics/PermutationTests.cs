using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

public sealed class PermutationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public void IsAPermutation(int count) =>
        Assert.Equal(Enumerable.Range(0, count), Draw(1, RandomStream.Shuffle, 0, count).Order());

    [Fact]
    public void IsAFunctionOfItsArgumentsAlone()
    {
        int[] order = Draw(7, RandomStream.Shuffle, 3, 100);
        Assert.Equal(order, Draw(7, RandomStream.Shuffle, 3, 100));
        Assert.NotEqual(order, Draw(8, RandomStream.Shuffle, 3, 100));
        Assert.NotEqual(order, Draw(7, RandomStream.Jitter, 3, 100));
        Assert.NotEqual(order, Draw(7, RandomStream.Shuffle, 4, 100));
    }

    [Fact]
    public void AllPermutationsOfFourAreEquallyLikely()
    {
        var counts = new Dictionary<string, int>();
        for (int round = 0; round < 48_000; round++)
        {
            string key = string.Join(' ', Draw(11, RandomStream.Shuffle, round, 4));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(24, counts.Count);
        double statistic = CounterRandomTests.ChiSquared([.. counts.Values]);
        Assert.True(statistic < 60, $"chi-squared of {statistic} with 23 degrees of freedom");
    }

    [Fact]
    public void EveryElementGoesEverywhere()
    {
        int[] places = new int[10 * 10];
        for (int round = 0; round < 20_000; round++)
        {
            int[] order = Draw(13, RandomStream.Shuffle, round, 10);
            for (int i = 0; i < 10; i++)
                places[(10 * i) + order[i]]++;
        }

        double statistic = CounterRandomTests.ChiSquared(places);
        Assert.True(statistic < 150, $"chi-squared of {statistic} with 81 degrees of freedom");
    }

    private static int[] Draw(ulong seed, RandomStream stream, long round, int count)
    {
        int[] order = new int[count];
        CounterRandom.Permutation(seed, stream, round, order);
        return order;
    }
}
