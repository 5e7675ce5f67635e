using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>How many snapshots stay.</summary>
public sealed class SnapshotLimitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void SoManyCompleteOnesStay(int keep)
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = Open(folder, new SnapshotLimits(keep, long.MaxValue));
        for (long tick = 10; tick <= 100; tick += 10)
            SnapshotFolder.Take(store, tick);

        long[] kept = [.. SnapshotStore.Kept(folder.Root, SnapshotFolder.Network).Select(one => one.Tick)];
        Assert.Equal(Enumerable.Range(0, keep).Select(i => 100L - (10 * i)), kept);
        Assert.Equal(keep * (SnapshotFolder.Areas + 1), folder.Files().Length);
    }

    [Theory]
    [InlineData(1000, 6, 5, 5)]
    [InlineData(1000, 5.99, 5, 4)]
    [InlineData(1000, 2, 5, 1)]
    [InlineData(1000, 0.5, 5, 1)]
    [InlineData(0, 1, 3, 3)]
    public void ABudgetCountsTheOneThatIsWritten(long size, double sizes, int keep, int kept) =>
        Assert.Equal(kept, new SnapshotLimits(keep, size == 0 ? 100 : (long)(size * sizes)).KeptOf(size));

    [Fact]
    public void WithABudgetForThreeTwoStayAndTheThirdIsWritten()
    {
        using SnapshotFolder folder = new();
        SnapshotFolder.Take(Open(folder, SnapshotLimits.Default), 10);
        long size = folder.Files().Where(name => name.EndsWith(".snap", StringComparison.Ordinal))
            .Sum(name => new FileInfo(folder[name]).Length);
        // Sizes of ticks differ by nothing here.
        SnapshotStore store = Open(folder, new SnapshotLimits(10, 3 * size));
        for (long tick = 20; tick <= 60; tick += 10)
            SnapshotFolder.Take(store, tick);
        Assert.Equal([60, 50], SnapshotStore.Kept(folder.Root, SnapshotFolder.Network).Select(one => one.Tick));
    }

    private static SnapshotStore Open(SnapshotFolder folder, SnapshotLimits limits) => new(
        folder.Root, SnapshotFolder.Network, SnapshotFolder.Fingerprint, new SteppedFile(), limits);
}
