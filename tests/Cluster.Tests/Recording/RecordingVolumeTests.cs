using PalActors.Areas.Models;
using PalActors.Clustering.Clock;
using PalActors.Clustering.Recording;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>The amount on its way to the disk is bounded: the larger the recording, the shorter the horizons.</summary>
public sealed class RecordingVolumeTests
{
    [Fact]
    public void NoRecordingLeavesHorizonsAlone() => Assert.Equal(long.MaxValue, Longest(SmallPlans.YinYang("PAL")));

    [Fact]
    public void ALargeRecordingMakesThemShort()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 300, 300, 3]);

        Assert.Equal(
            RecordingVolume.MostValues / 90_001, Longest(plan with { Recordings = [new("W", [2], [], 1, [])] }));
        Assert.Equal(
            RecordingVolume.MostValues * 100 / 90_001,
            Longest(plan with { Recordings = [new("W", [2], [], 100, [])] }));
        Assert.Equal(
            RecordingVolume.MostValues / 301, Longest(plan with { Recordings = [new("W", [2], [7], 0, [5, 6])] }));
    }

    [Fact]
    public void NoHorizonIsLongerThanAllowed()
    {
        HorizonPolicy policy = new(0, 100_000, TimeSpan.FromSeconds(1), longest: 93);
        long granted = 0;
        for (int call = 1; policy.Granted < 100_000; call++)
        {
            // The fastest areas possible: all granted ticks are computed at once.
            long next = policy.Next(granted, TimeSpan.FromMilliseconds(call)) ?? granted;
            Assert.InRange(next - granted, 0, 93);
            granted = next;
        }
    }

    private static long Longest(NetworkPlan plan) => RecordingVolume.LongestHorizon(plan, CellModels.All.Of(plan));
}
