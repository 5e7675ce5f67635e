using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>
/// A run resumes after a crash at any step of any file, and no trace of the crash is left once the next tick is
/// complete.
/// </summary>
public sealed class CrashTests
{
    public static TheoryData<int, WriteStep> Steps
    {
        get
        {
            TheoryData<int, WriteStep> steps = [];
            for (int file = 0; file <= SnapshotFolder.Areas; file++)
            {
                foreach (WriteStep step in Enum.GetValues<WriteStep>())
                    steps.Add(file, step);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void TheNextGenerationTakesTheTickAnew(int file, WriteStep step)
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        int first = store.NextGeneration(Assert.Fail);
        SnapshotFolder.Take(store, 10, first);
        SnapshotFolder.Take(store, 20, first);
        Assert.Throws<CrashException>(() => SnapshotFolder.Take(folder.Open(new SteppedFile(file, step)), 30, first));

        store = folder.Open();
        int second = store.NextGeneration(Assert.Fail);
        LoadedSnapshot loaded = store.Newest(Assert.Fail)!;
        Assert.Equal(file == SnapshotFolder.Areas && step >= WriteStep.Renamed ? 30 : 20, loaded.Tick);
        store.DiscardAfter(loaded.Tick);
        Assert.Equal(loaded.Tick, folder.Ticks().Folders[^1]);
        SnapshotFolder.Take(store, 40, second);

        Assert.True(second > first);
        Assert.Equal([loaded.Tick, 40], folder.Ticks().Folders);
        Assert.Equal([loaded.Tick, 40], folder.Ticks().Manifests);
        Assert.Equal((2 * (SnapshotFolder.Areas + 1)) + 1, folder.Files().Length);
        LoadedSnapshot last = store.Newest(Assert.Fail)!;
        Assert.Equal((second, 40), (last.Generation, last.Tick));
        Assert.True(last.Areas.Zip(SnapshotFolder.Snapshots(40)).All(pair => pair.First.SameBits(pair.Second)));
    }

    // A node of an older generation that is still alive writes once more into the shared folder.
    [Fact]
    public void ALateWriterCostsATickButIsNeverLoaded()
    {
        using SnapshotFolder folder = new();
        SnapshotStore store = folder.Open();
        SnapshotFolder.Take(store, 10, generation: 2);
        SnapshotFolder.Take(store, 20, generation: 2);
        SnapshotStore.Write(
            folder.Root, SnapshotFolder.Network, SnapshotFolder.Fingerprint, 1, SnapshotFolder.Snapshot(20, 2),
            new SteppedFile());
        List<string> damaged = [];

        Assert.Equal(10, store.Newest(damaged.Add)!.Tick);

        Assert.Contains(folder.Area(20, 2), Assert.Single(damaged), StringComparison.Ordinal);
    }
}
