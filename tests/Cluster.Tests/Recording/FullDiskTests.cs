using PalActors.Areas.Models;
using PalActors.Clustering.Recording;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>A disk with a limited number of bytes.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public void WhateverWasWrittenBeforeTheDiskWasFullReadsBack()
    {
        NetworkPlan plan =
            SmallPlans.YinYang("PAL") with { Recordings = [new RecordingPlan("rate", [1, 2], [], 10, [])] };
        for (int room = 0; room < 700; room += 7)
        {
            using SegmentFolder folder = new();
            int left = room;
            using RecordingStore store = new(
                folder.Path, [plan], [[]], CellModels.All,
                path => new FullDisk(path, () => left, count => left -= count));
            int accepted = 0;
            for (int k = 0; k < 8; k++)
            {
                store.Append(SegmentFolder.Block(k));
                accepted += store.Failure.IsCompleted ? 0 : 1;
            }

            store.Finish(0);
            store.Dispose();
            Assert.True(store.Failure.IsCompletedSuccessfully);
            Segment[] segments = [.. NetworkRecording.Read(RecordingStore.FolderOf(folder.Path, 0))];
            Assert.All(segments, segment => Assert.Null(segment.Damage));
            Assert.Equal(
                Enumerable.Range(0, accepted), segments.SelectMany(s => s.Blocks).Select(b => (int)b.Values[0]));
        }
    }

    private sealed class FullDisk(string path, Func<int> room, Action<int> taken) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            int count = Math.Min(buffer.Length, room());
            taken(count);
            using (FileStream file = new(path, FileMode.Append))
                file.Write(buffer[..count]);
            if (count < buffer.Length)
                throw new IOException("No space left on device");
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
