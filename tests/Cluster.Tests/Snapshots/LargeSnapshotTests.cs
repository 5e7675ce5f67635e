using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>
/// Snapshots of any size: blocks are never copied as a whole, and lengths are beyond 32 bits where they have to be.
/// </summary>
public sealed class LargeSnapshotTests
{
    private const long FiveGigabytes = 5_000_000_000;

    [Fact]
    public void WritingCopiesNothingAndReadingMakesTheBlocksOnly()
    {
        using SnapshotFolder folder = new(inMemory: true);
        SnapshotStore store = folder.Open();
        StateBlock block = new("W", 1000, 2000, [.. Enumerable.Range(0, 2_000_000).Select(i => i / 3.0)]);
        AreaSnapshot snapshot = new(new AreaState(1, 10, [block]), [block with { Name = "up-2" }]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        SnapshotEntry entry = store.Put(1, snapshot);
        long written = GC.GetAllocatedBytesForCurrentThread();
        store.Complete(1, 10, [entry], SnapshotFolder.Origin);
        long complete = GC.GetAllocatedBytesForCurrentThread();
        LoadedSnapshot loaded = store.Newest(Assert.Fail)!;
        long read = GC.GetAllocatedBytesForCurrentThread();

        Assert.InRange(written - before, 0, 1_000_000);
        Assert.InRange(read - complete, 2 * 16_000_000, (2 * 16_000_000) + 1_000_000);
        Assert.True(snapshot.SameBits(Assert.Single(loaded.Areas)));
    }

    [Fact]
    public void BlocksOfMoreThanTwoGigabytesHaveASize()
    {
        double[] values = new double[1_000_000];
        StateBlock[] blocks = [.. Enumerable.Repeat(new StateBlock("W", 1000, 1000, values), 500)];

        Assert.Equal(4 + (500 * (2L + 1 + 4 + 4 + 8_000_000)), BlockWriter.SizeOf(blocks));
    }

    [Fact]
    public void FilesOfMoreThanFourGigabytesAreListedAndLookedFor()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        SnapshotEntry entry = new(1, FiveGigabytes, new string('a', 64));
        Sparse(folder, tick: 10, FiveGigabytes - 1);
        Assert.Contains(
            "should have 5000000000 bytes and has 4999999999",
            Assert.Throws<IOException>(() => store.Complete(1, 10, [entry], SnapshotFolder.Origin)).Message,
            StringComparison.Ordinal);

        Sparse(folder, tick: 10, FiveGigabytes);
        store.Complete(1, 10, [entry], SnapshotFolder.Origin);

        List<string> damaged = [];
        Assert.Null(store.Newest(damaged.Add));
        Assert.Contains("it begins with 0000000000000000", Assert.Single(damaged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FiveGigabytes + 1)]
    [InlineData(FiveGigabytes - 4_294_967_296)]
    public void ALengthBeyond32BitsIsComparedWithTheWholeFile(long claimed)
    {
        using SnapshotFolder folder = new();
        Sparse(folder, tick: 10, FiveGigabytes);
        using FileStream file = File.Open(folder.Area(10, 1), FileMode.Open);
        file.Write([.. "PALSNP\r\n"u8, 2, 0, 0, 0, .. BitConverter.GetBytes(claimed)]);
        file.Position = 0;

        Assert.Contains(
            $"claims {claimed} bytes and has 5000000000",
            Assert.Throws<SnapshotFormatException>(() => SnapshotFormat.Read(file, out _)).Message,
            StringComparison.Ordinal);
    }

    // The file takes no room on the disk.
    private static void Sparse(SnapshotFolder folder, long tick, long length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Area(tick, 1))!);
        using FileStream file = File.Create(folder.Area(tick, 1));
        file.SetLength(length);
    }
}
