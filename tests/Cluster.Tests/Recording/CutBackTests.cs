using PalActors.Areas.Models;
using PalActors.Clustering.Recording;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>Recovery discards recordings after the tick that it returns to.</summary>
public sealed class CutBackTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public void ExactlyWhatIsUpToTheTickStays(int perSegment)
    {
        for (long tick = 0; tick <= 250; tick += 5)
        {
            using SegmentFolder folder = new();
            folder.Write(12, perSegment, close: tick % 2 == 0);

            NetworkRecording.CutBack(folder.Path, tick);
            NetworkRecording.CutBack(folder.Path, tick);

            Segment[] segments = folder.Read();
            Assert.All(segments, segment => Assert.Null(segment.Damage));
            Assert.Equal(
                Enumerable.Range(1, 24).Select(k => k * 10L).Where(t => t <= tick),
                segments.SelectMany(s => s.Blocks).SelectMany(b => b.Ticks));
            Assert.All(
                Directory.GetFiles(folder.Path), path => Assert.EndsWith(".seg", path, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ARecordingGoesOnFromThere()
    {
        using SegmentFolder folder = new();
        folder.Write(6, perSegment: 2);
        NetworkRecording.CutBack(folder.Path, 70);
        using (NetworkRecording recording = new(folder.Path, SegmentFolder.Description))
        {
            recording.Append(SegmentFolder.Block(4));
            recording.Close();
        }

        Assert.Equal(
            [10, 20, 30, 40, 50, 60, 70, 90, 100], folder.Read().SelectMany(s => s.Blocks).SelectMany(b => b.Ticks));
        Assert.All(folder.Read(), segment => Assert.Null(segment.Damage));
    }

    [Fact]
    public void ARunThatGoesBackRecordsOn()
    {
        using SegmentFolder folder = new();
        NetworkPlan plan =
            SmallPlans.YinYang("PAL") with { Recordings = [new RecordingPlan("rate", [1, 2], [], 10, [])] };
        using (RecordingStore store = new(folder.Path, [plan], [[]], CellModels.All))
        {
            for (int k = 0; k < 4; k++)
                store.Append(SegmentFolder.Block(k));
            store.CutBack(0, 50);
            store.Append(SegmentFolder.Block(3));
            Assert.False(store.Failure.IsCompleted);
        }

        Assert.Equal(
            [10, 20, 30, 40, 50, 70, 80],
            NetworkRecording.Read(RecordingStore.FolderOf(folder.Path, 0))
                .SelectMany(s => s.Blocks).SelectMany(b => b.Ticks));
    }

    [Fact]
    public void AreasThatRunApartAreCutEach()
    {
        using SegmentFolder folder = new();
        using (NetworkRecording recording = new(folder.Path, SegmentFolder.Description, size: 1))
        {
            recording.Append(SegmentFolder.Block(0, area: 1));
            recording.Append(SegmentFolder.Block(1, area: 1));
            recording.Append(SegmentFolder.Block(0, area: 2));
            recording.Append(SegmentFolder.Block(1, area: 2));
            recording.Close();
        }

        NetworkRecording.CutBack(folder.Path, 20);

        Assert.Equal([1, 0, 1], folder.Read().Select(s => s.Blocks.Count));
        Assert.Equal([1, 2], folder.Read().SelectMany(s => s.Blocks).Select(b => b.Area));
        Assert.All(folder.Read(), segment => Assert.Null(segment.Damage));
    }

    [Fact]
    public void ADamagedSegmentStopsItBeforeAnythingChanges()
    {
        using SegmentFolder folder = new();
        folder.Write(6, perSegment: 2);
        byte[] bytes = File.ReadAllBytes(folder["00000001.seg"]);
        bytes[^1] ^= 1;
        File.WriteAllBytes(folder["00000001.seg"], bytes);

        InvalidDataException exception = Assert.Throws<InvalidDataException>(
            () => NetworkRecording.CutBack(folder.Path, 10));

        Assert.Contains("00000001.seg", exception.Message, StringComparison.Ordinal);
        Assert.Equal(6, folder.Numbers().Length);
    }
}
