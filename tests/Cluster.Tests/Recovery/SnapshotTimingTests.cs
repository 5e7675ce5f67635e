using PalActors.Clustering.Recovery;

namespace PalActors.Cluster.Tests.Recovery;

/// <summary>The times of snapshots, and the completeness of the measures up to a snapshot.</summary>
public sealed class SnapshotTimingTests
{
    [Theory]
    [InlineData("30s", 0, 30)]
    [InlineData("1.5m", 0, 90)]
    [InlineData("2h", 0, 7200)]
    [InlineData("200000", 200000, 0)]
    public void IntervalsAreRead(string text, long ticks, double seconds) =>
        Assert.Equal(new SnapshotInterval(ticks, TimeSpan.FromSeconds(seconds)), SnapshotInterval.Parse(text));

    [Fact]
    public void OffIsNone() => Assert.Null(SnapshotInterval.Parse("off"));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("0")]
    [InlineData("0s")]
    [InlineData("-5s")]
    [InlineData("5 m")]
    [InlineData("1e3s")]
    [InlineData("5d")]
    public void AnythingElseIsRefused(string text) => Assert.Contains(
        $"'{text}'",
        Assert.Throws<FormatException>(() => SnapshotInterval.Parse(text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ByTicks()
    {
        SnapshotTimer timer = new(new SnapshotInterval(1000, TimeSpan.Zero), startTick: 500);
        Assert.False(timer.IsDue(1499, TimeSpan.FromDays(1)));
        Assert.True(timer.IsDue(1500, TimeSpan.Zero));
        timer.Taken(1700, TimeSpan.Zero);
        Assert.False(timer.IsDue(2600, TimeSpan.Zero));
        Assert.True(timer.IsDue(2700, TimeSpan.Zero));
    }

    [Fact]
    public void ByTimeFromTheFirstLook()
    {
        SnapshotTimer timer = new(new SnapshotInterval(0, TimeSpan.FromSeconds(30)), startTick: 0);
        Assert.False(timer.IsDue(100, TimeSpan.FromSeconds(100)));
        Assert.False(timer.IsDue(200, TimeSpan.FromSeconds(129)));
        Assert.True(timer.IsDue(300, TimeSpan.FromSeconds(130)));
        timer.Taken(300, TimeSpan.FromSeconds(130));
        Assert.False(timer.IsDue(300, TimeSpan.FromSeconds(300)));
        Assert.True(timer.IsDue(301, TimeSpan.FromSeconds(160)));
    }
}
