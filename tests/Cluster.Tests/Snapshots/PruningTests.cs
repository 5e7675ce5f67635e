using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>The snapshots that are kept and those that are removed.</summary>
public sealed class PruningTests
{
    [Fact]
    public void ExactlyTheLastTwoStay()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        long[] taken = [0, 5, 100, 101, 4_000, 2_000_000_000_000];
        Assert.Null(folder.Newest);
        for (int k = 0; k < taken.Length; k++)
        {
            SnapshotFolder.Take(store, taken[k]);
            long[] expected = taken[Math.Max(0, k - 1)..(k + 1)];
            Assert.Equal(expected, folder.Ticks().Folders);
            Assert.Equal(expected, folder.Ticks().Manifests);
            Assert.Equal(expected.Length * (SnapshotFolder.Areas + 1), folder.Files().Length);
            Assert.Equal(taken[k], folder.Newest);
        }
    }

    [Fact]
    public void LeftoversGoAndTheTickThatIsBeingWrittenStays()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        SnapshotFolder.Take(store, 10);
        store.Put(1, SnapshotFolder.Snapshot(15, 1));
        store.Put(1, SnapshotFolder.Snapshot(30, 1));
        File.WriteAllText(folder["generation.json.part"], "x");
        File.WriteAllText(folder.Manifest(5) + ".part", "x");
        SnapshotEntry[] entries = [.. SnapshotFolder.Snapshots(20).Select(snapshot => store.Put(1, snapshot))];
        File.WriteAllText(folder.Area(20, 2) + ".part", "x");

        store.Complete(1, 20, entries, SnapshotFolder.Origin);

        Assert.Equal([10, 20, 30], folder.Ticks().Folders);
        Assert.DoesNotContain(folder.Files(), name => name.EndsWith(".part", StringComparison.Ordinal));
        Assert.Equal(20, store.Newest(Assert.Fail)!.Tick);
    }

    [Fact]
    public void ADamagedTickDoesNotPushOutTheLastGoodOne()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        SnapshotFolder.Take(store, 10);
        SnapshotFolder.Take(store, 20);
        File.Delete(folder.Area(20, 3));

        SnapshotFolder.Take(store, 30);

        Assert.Equal([10, 30], folder.Ticks().Manifests);
        Assert.Equal([10, 30], folder.Ticks().Folders);
    }

    [Fact]
    public void ManifestsGoBeforeFilesAndComeAfterThem()
    {
        using SnapshotFolder folder = new();
        SteppedFile files = new();
        SnapshotStore store = folder.Open(files);
        SnapshotFolder.Take(store, 10);
        int last = files.Log.IndexOf("Durable area-3.snap"),
            manifest = files.Log.IndexOf("Beginning manifest-000000000010.json");
        Assert.InRange(last, 0, manifest - 1);
        SnapshotFolder.Take(store, 20);
        SnapshotFolder.Take(store, 30);

        // The log ends with the new manifest's last step and then the removed tick's folder.
        Assert.Equal(["folder network-1", "Durable manifest-000000000030.json", "folder network-1"], files.Log[^3..]);
    }

    [Fact]
    public void RecoveryRemovesWhatIsNewer()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        store.DiscardAfter(0);
        SnapshotFolder.Take(store, 10);
        SnapshotFolder.Take(store, 20);
        store.Put(1, SnapshotFolder.Snapshot(25, 2));
        File.Delete(folder.Area(20, 1));
        LoadedSnapshot loaded = store.Newest(_ => { })!;
        Assert.Equal(10, loaded.Tick);

        store.DiscardAfter(loaded.Tick);

        Assert.Equal([10], folder.Ticks().Folders);
        Assert.Equal([10], folder.Ticks().Manifests);
        SnapshotFolder.Take(store, 15, generation: 2);
        Assert.Equal((2, 15), (store.Newest(Assert.Fail)!.Generation, folder.Newest!.Value));
    }

    [Fact]
    public void WhatCannotBeCompleteIsRefusedAndNothingChanges()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        SnapshotFolder.Take(store, 10);
        SnapshotFolder.Take(store, 20);
        SnapshotEntry entry = store.Put(1, SnapshotFolder.Snapshot(30, 1));
        string[] before = folder.Files();

        SnapshotStore other =
            new(folder.Root, SnapshotFolder.Network, SnapshotFolder.OtherFingerprint, new SteppedFile());

        Assert.Throws<ArgumentException>(() => Complete(store, 30));
        Assert.Throws<ArgumentException>(() => Complete(store, 30, entry, entry));
        IOException missing = Assert.Throws<IOException>(() => Complete(store, 30, entry, entry with { Area = 2 }));
        Assert.Contains("area-2.snap", missing.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => Complete(store, 30, entry with { Length = entry.Length + 1 }));
        Assert.Throws<InvalidOperationException>(() => Complete(store, 15, entry));
        Assert.Throws<SnapshotMismatchException>(() => Complete(other, 30, entry));

        Assert.Equal(before, folder.Files());

        static void Complete(SnapshotStore store, long tick, params SnapshotEntry[] entries) =>
            store.Complete(1, tick, entries, SnapshotFolder.Origin);
    }
}
