namespace PalActors.NetLab.Tests;

/// <summary>
/// Properties of a link: delay, jitter and losses in the right number, the order of frames, and the same results for
/// the same frames from the same seed.
/// </summary>
public sealed class LinkTests
{
    private const long Millisecond = 1_000_000;

    private static long?[] Arrivals(LinkSettings settings, int seed, int frames, long every)
    {
        Link link = new(seed) { Settings = settings };
        return [.. Enumerable.Range(0, frames).Select(i => link.Arrival(i * every))];
    }

    [Fact]
    public void WithoutJitterEveryFrameTakesTheDelay() =>
        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => (long?)((i * 1000) + (5 * Millisecond))),
            Arrivals(new(5, 0, 0), 1, 50, 1000));

    [Fact]
    public void FramesFarApartAreSpreadEvenlyOverTheJitter()
    {
        double[] took =
        [
            .. Arrivals(new(5, 2, 0), 3, 20_000, 100 * Millisecond)
                .Select((arrival, i) => (arrival!.Value - (i * 100 * Millisecond)) / 1e6),
        ];
        Assert.InRange(took.Min(), 3, 3.01);
        Assert.InRange(took.Max(), 6.99, 7);
        Assert.InRange(took.Average(), 4.96, 5.04);
        // A quarter of a uniform distribution lies in its lowest quarter: 5000 of 20,000, with a standard deviation of
        // 61.
        Assert.InRange(took.Count(one => one < 4), 4700, 5300);
    }

    [Fact]
    public void FramesCloseTogetherKeepTheirOrder()
    {
        long[] arrivals = [.. Arrivals(new(5, 5, 0), 4, 5000, 10_000).Select(one => one!.Value)];
        Assert.Equal(arrivals.Order(), arrivals);
        Assert.True(
            arrivals.Distinct().Count() < arrivals.Length / 2,
            "with a jitter far above their distance most frames wait for the one before");
    }

    [Fact]
    public void TheRightShareIsLost() =>
        Assert.InRange(Arrivals(new(1, 0, 0.1), 5, 50_000, 1000).Count(one => one is null), 4700, 5300);

    [Fact]
    public void TheSameSeedDecidesTheSame()
    {
        LinkSettings settings = new(5, 3, 0.2);
        Assert.Equal(Arrivals(settings, 7, 1000, 1000), Arrivals(settings, 7, 1000, 1000));
        Assert.NotEqual(Arrivals(settings, 7, 1000, 1000), Arrivals(settings, 8, 1000, 1000));
    }

    [Fact]
    public void ACutLosesAllAndShiftsNoDraw()
    {
        Link undisturbed = new(9) { Settings = new(5, 3, 0.2) }, cut = new(9) { Settings = new(5, 3, 0.2) };
        for (int i = 0; i < 300; i++)
        {
            cut.Cut = i is >= 100 and < 200;
            long? expected = undisturbed.Arrival(i * 100 * Millisecond), actual = cut.Arrival(i * 100 * Millisecond);
            Assert.Equal(cut.Cut ? null : expected, actual);
        }
    }
}
