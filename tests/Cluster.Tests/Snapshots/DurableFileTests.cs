using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>After a crash at any step there is the old file or the whole new one.</summary>
public sealed class DurableFileTests
{
    [Fact]
    public void TheRealOneWritesAndReplaces()
    {
        using SnapshotFolder folder = new();
        DurableFile.Default.CreateFolder(folder["a", "b"]);
        string path = folder["a", "b", "file"];

        DurableFile.Default.Write(path, [1, 2, 3]);
        DurableFile.Default.Write(path, [4]);

        Assert.Equal([4], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder["a", "b"]));
    }

    [Fact]
    public void AFolderThatIsNotThereCannotBeFlushed()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return;
        using SnapshotFolder folder = new();
        Assert.Contains(
            "nowhere",
            Assert.Throws<IOException>(() => DurableFile.Default.FlushFolder(folder["nowhere"])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WriteStep.Beginning, false, -1)]
    [InlineData(WriteStep.Written, false, 5)]
    [InlineData(WriteStep.Flushed, false, 5)]
    [InlineData(WriteStep.Renamed, true, -1)]
    [InlineData(WriteStep.Durable, true, -1)]
    public void OldOrNewButNothingBetween(WriteStep step, bool isNew, int left)
    {
        using SnapshotFolder folder = new();
        string path = Path.Combine(folder.Root, "file");
        new SteppedFile().Write(path, [1, 2, 3]);

        Assert.Throws<CrashException>(() => new SteppedFile(0, step).Write(path, [9, 8, 7, 6, 5]));

        Assert.Equal(isNew ? [9, 8, 7, 6, 5] : [1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(left, File.Exists(path + ".part") ? new FileInfo(path + ".part").Length : -1);
        new SteppedFile().Write(path, [0]);
        Assert.Equal([0], File.ReadAllBytes(path));
        Assert.False(File.Exists(path + ".part"));
    }

    [Fact]
    public void TheOrderIsFileThenNameThenFolder()
    {
        using SnapshotFolder folder = new();
        SteppedFile files = new();
        files.CreateFolder(folder["tick"]);
        files.Write(folder["tick", "file"], [1]);

        Assert.Equal(
            [
                "folder " + Path.GetFileName(folder.Root), "folder network-1",
                "Beginning file", "Written file", "flush file.part", "Flushed file", "Renamed file", "folder tick",
                "Durable file",
            ],
            files.Log);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(1, 2)]
    public void AFileOfAFolderThatAnotherProcessHasTakenOverKeepsItsBytes(int granted, int left)
    {
        using SnapshotFolder folder = new();
        string path = Path.Combine(folder.Root, "file");
        new SteppedFile().Write(path, [1, 2, 3]);

        Assert.Throws<IOException>(() => new TakenFiles(granted).Write(path, [9, 9]));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(left, File.Exists(path + ".part") ? new FileInfo(path + ".part").Length : -1);
    }

    [Fact]
    public void AProcessThatWasSuspendedWhileItWroteWritesIntoItsOwnFile()
    {
        using SnapshotFolder folder = new();
        string path = Path.Combine(folder.Root, "file");
        using FileStream suspended = new(
            path + ".part", FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        new SteppedFile().Write(path, file =>
        {
            file.Write([1, 2, 3]);
            file.Flush();
            suspended.Write([9, 9, 9, 9]);
            suspended.Flush();
            return 0;
        });
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void AFullDiskKeepsTheOldFileAndLeavesNothing()
    {
        using SnapshotFolder folder = new();
        string path = Path.Combine(folder.Root, "file");
        new SteppedFile().Write(path, [1, 2, 3]);

        IOException exception = Assert.Throws<IOException>(
            () => new SteppedFile { FlushFailure = new IOException("full") }.Write(path, [9, 9]));

        Assert.Equal("full", exception.Message);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.False(File.Exists(path + ".part"));
    }

    // The claim is lost after so many questions.
    private sealed class TakenFiles(int granted) : DurableFile
    {
        private int _asked;

        public override void RequireClaim()
        {
            if (_asked++ >= granted)
                throw new IOException("taken");
        }
    }
}
