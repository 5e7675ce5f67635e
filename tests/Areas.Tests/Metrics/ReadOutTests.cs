using PalActors.Areas.Models.Microcircuit.Cells;

namespace PalActors.Areas.Tests.Metrics;

/// <summary>Ticks that are read out, and classes that count as right.</summary>
public sealed class ReadOutTests
{
    /// <summary>Ticks of presentations: all short ones, and some long ones.</summary>
    public static TheoryData<int> Presentations =>
        [.. Enumerable.Range(5, 106), 997, 1000, 123_457, 500_000_003, int.MaxValue];

    [Theory]
    [InlineData(100, 21, 41, 61, 81)]
    [InlineData(5, 2, 3, 4, 5)]
    [InlineData(6, 2, 3, 5, 6)]
    [InlineData(7, 2, 4, 5, 7)]
    [InlineData(99, 21, 41, 60, 80)]
    [InlineData(101, 21, 41, 62, 82)]
    public void TheTicksOfKnownPresentations(int ticks, params int[] expected) =>
        Assert.Equal(expected, Enumerable.Range(1, 4).Select(k => ReadOut.SampledTick(k, ticks)));

    [Theory]
    [MemberData(nameof(Presentations))]
    public void AnyPresentationIsSampledAtFourOfItsTicks(int ticks)
    {
        int[] sampled = [.. Enumerable.Range(1, 4).Select(k => ReadOut.SampledTick(k, ticks))];
        decimal fifth = ticks / 5m;
        Assert.Equal(Enumerable.Range(1, 4).Select(k => (int)(1 + Math.Floor((k * fifth) + 0.5m))), sampled);
        Assert.Equal(4, sampled.Distinct().Count());
        Assert.All(sampled, tick => Assert.InRange(tick, 1, ticks));
        // Neuron 1 leads there, neuron 0 everywhere else.
        ReadOut readOut = new(2, ticks);
        IEnumerable<int> told = ticks <= 1000
            ? Enumerable.Range(1, ticks)
            : sampled.SelectMany(tick => new[] { tick - 1, tick, tick + 1 }).Prepend(1).Append(ticks);
        foreach (int tick in told.Where(tick => tick <= ticks).Distinct())
            readOut.Observe(tick, sampled.Contains(tick) ? [0, 1] : [1000, 0], [0.1, 1.0]);
        Assert.Equal((1, 1), (readOut.Correct, readOut.Total));
    }

    [Fact]
    public void OnlyTheFourTicksCount()
    {
        // Of 100 ticks, 21, 41, 61 and 81: neuron 1 leads there, neuron 0 everywhere else.
        ReadOut readOut = new(2, 100);
        for (int tick = 1; tick <= 100; tick++)
            readOut.Observe(tick, tick is 21 or 41 or 61 or 81 ? [0, 1] : [1000, 0], [0.1, 1.0]);
        Assert.Equal((1, 1), (readOut.Correct, readOut.Total));
    }

    [Fact]
    public void TheMeanDecidesNotTheMajority()
    {
        ReadOut readOut = new(2, 100);
        for (int tick = 1; tick <= 100; tick++)
            readOut.Observe(tick, tick == 41 ? [0, 10] : [1, 0], [1.0, 0.1]);
        Assert.Equal((0, 1), (readOut.Correct, readOut.Total));
    }

    [Fact]
    public void EachPresentationIsReadOutByItself()
    {
        ReadOut readOut = new(3, 20);
        for (int presentation = 0; presentation < 30; presentation++)
        {
            int shown = presentation % 3, answered = presentation < 12 ? shown : 0;
            for (int tick = 1; tick <= 20; tick++)
                readOut.Observe(tick, Peak(answered), Peak(shown));
        }

        // The first 12 are right, and of the 18 that answer 0 a third.
        Assert.Equal((18, 30), (readOut.Correct, readOut.Total));
        readOut.Reset();
        Assert.Equal((0, 0), (readOut.Correct, readOut.Total));

        static double[] Peak(int at)
        {
            double[] values = new double[8];
            values[at] = 1;
            return values;
        }
    }

    [Fact]
    public void AnUnfinishedPresentationDoesNotCount()
    {
        ReadOut readOut = new(2, 100);
        for (int tick = 1; tick < 100; tick++)
            readOut.Observe(tick, [1, 0], [1, 0]);
        Assert.Equal(0, readOut.Total);
    }
}
