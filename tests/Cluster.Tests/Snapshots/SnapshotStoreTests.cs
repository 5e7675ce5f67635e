using System.Security.Cryptography;
using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>A store loads exactly what was stored.</summary>
public sealed class SnapshotStoreTests
{
    [Fact]
    public void OnARealDiskItComesBackBitForBit()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = new(folder.Root, SnapshotFolder.Network, SnapshotFolder.Fingerprint);
        Assert.Null(store.Newest(Assert.Fail));
        int generation = store.NextGeneration(Assert.Fail);

        SnapshotFolder.Take(store, 0, generation);
        SnapshotFolder.Take(store, 12_345, generation);

        LoadedSnapshot loaded = new SnapshotStore(folder.Root, SnapshotFolder.Network, SnapshotFolder.Fingerprint)
            .Newest(Assert.Fail)!;
        Assert.Equal((generation, 12_345), (loaded.Generation, loaded.Tick));
        Assert.True(loaded.Areas.Zip(SnapshotFolder.Snapshots(12_345)).All(pair => pair.First.SameBits(pair.Second)));
        Assert.Equal(SnapshotFolder.Areas, loaded.Areas.Count);
        Assert.True(File.Exists(folder["tick-000000012345", "area-3.snap"]));
        Assert.True(File.Exists(folder["manifest-000000012345.json"]));
    }

    [Fact]
    public void BothWaysOfPuttingGiveTheSameFile()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        byte[] encoded = SnapshotBytes.Encode(
            SnapshotFolder.Fingerprint, SnapshotFolder.Network, 3, SnapshotFolder.Snapshot(10, 2));

        SnapshotEntry put = store.Put(3, SnapshotFolder.Snapshot(10, 2));
        Assert.Equal(encoded, File.ReadAllBytes(folder.Area(10, 2)));
        Assert.Equal(new SnapshotEntry(2, encoded.Length, Convert.ToHexStringLower(SHA256.HashData(encoded))), put);
        File.Delete(folder.Area(10, 2));
        Assert.Equal(
            put,
            SnapshotStore.Write(
                folder.Root, SnapshotFolder.Network, SnapshotFolder.Fingerprint, 3, SnapshotFolder.Snapshot(10, 2),
                new SteppedFile()));
        Assert.Equal(encoded, File.ReadAllBytes(folder.Area(10, 2)));
    }

    [Fact]
    public void AnotherExperimentsSnapshotsAreRefusedInOneLine()
    {
        using SnapshotFolder folder = new();
        SnapshotFolder.Take(folder.Open(), 10);

        SnapshotMismatchException exception = Assert.Throws<SnapshotMismatchException>(
            () => new SnapshotStore(folder.Root, SnapshotFolder.Network, SnapshotFolder.OtherFingerprint)
                .Newest(Assert.Fail));

        Assert.Contains("another experiment", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
