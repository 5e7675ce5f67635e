using PalActors.Clustering.Recording;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>Segments on disk: written data reads back; torn or damaged data is found, and the rest stays.</summary>
public sealed class SegmentTests
{
    [Fact]
    public void BlocksReadBackToTheBit()
    {
        using SegmentFolder folder = new();
        RecordedBlock[] blocks =
        [
            new(
                0,
                0,
                1,
                0,
                0,
                3,
                [10, long.MaxValue],
                [double.NaN, -0.0, double.Epsilon, 1, 2, double.NegativeInfinity]),
            new(0, 0, 2, 0, 0, 5, [7], [1, 2, 3]),
            new(0, 0, 2, 0, 3, 5, [7], [4, 5]),
        ];
        using (NetworkRecording recording = new(folder.Path, SegmentFolder.Description))
        {
            foreach (RecordedBlock block in blocks)
                recording.Append(block);
            recording.Close();
        }

        Segment segment = Assert.Single(folder.Read());
        Assert.Null(segment.Damage);
        Assert.Equal(["00000001.seg"], Directory.GetFiles(folder.Path).Select(p => Path.GetFileName(p)!));
        Assert.Equivalent(SegmentFolder.Description, segment.Description, strict: true);
        Assert.Equivalent(blocks, segment.Blocks, strict: true);
        Assert.Equal(
            blocks.SelectMany(b => b.Values).Select(BitConverter.DoubleToInt64Bits),
            segment.Blocks.SelectMany(b => b.Values).Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void AnOpenSegmentThatIsCutAnywhereKeepsItsWholeRecords()
    {
        using SegmentFolder folder = new();
        folder.Write(6, perSegment: 3, close: false);
        string open = folder["00000002.open"];
        byte[] whole = File.ReadAllBytes(open);
        int record = (whole.Length - HeaderLength(whole)) / 3;

        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(open, whole[..length]);
            int intact = Math.Max(0, (length - HeaderLength(whole)) / record);
            Assert.Equal(Enumerable.Range(0, 3 + intact), folder.Numbers());
            Assert.All(folder.Read(), segment => Assert.Null(segment.Damage));
        }
    }

    [Fact]
    public void AClosedSegmentThatIsCutAnywhereIsDamagedAndTheOthersStay()
    {
        using SegmentFolder folder = new();
        folder.Write(6, perSegment: 3);
        string closed = folder["00000001.seg"];
        byte[] whole = File.ReadAllBytes(closed);

        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(closed, whole[..length]);
            Segment[] segments = folder.Read();
            Assert.Contains(closed, segments[0].Damage, StringComparison.Ordinal);
            Assert.Equal([3, 4, 5], segments[1].Blocks.Select(b => (int)b.Values[0]));
            Assert.Null(segments[1].Damage);
            Assert.Equal(
                Enumerable.Range(0, segments[0].Blocks.Count), segments[0].Blocks.Select(b => (int)b.Values[0]));
        }
    }

    [Fact]
    public void AnyChangedByteOfAClosedSegmentIsFound()
    {
        using SegmentFolder folder = new();
        folder.Write(2, perSegment: 2);
        string closed = folder["00000001.seg"];
        byte[] whole = File.ReadAllBytes(closed);

        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x40;
            File.WriteAllBytes(closed, changed);
            Segment segment = Assert.Single(folder.Read());
            Assert.Contains(closed, segment.Damage, StringComparison.Ordinal);
            Assert.InRange(segment.Blocks.Count, 0, 2);
        }

        File.WriteAllBytes(closed, [.. whole, 0]);
        Assert.NotNull(Assert.Single(folder.Read()).Damage);
    }

    [Fact]
    public void AMissingSegmentIsNamed()
    {
        using SegmentFolder folder = new();
        folder.Write(6, perSegment: 2);
        File.Delete(folder["00000002.seg"]);

        Segment[] segments = folder.Read();

        Assert.Equal(
            [null, $"{folder["00000002.seg"]}: the segment is missing.", null], segments.Select(s => s.Damage));
        Assert.Equal([0, 1, 4, 5], folder.Numbers());
    }

    [Fact]
    public void ALaterVersionIsRefusedByName()
    {
        using SegmentFolder folder = new();
        folder.Write(1, perSegment: 1);
        byte[] bytes = File.ReadAllBytes(folder["00000001.seg"]);
        bytes[8] = 9;
        File.WriteAllBytes(folder["00000001.seg"], bytes);

        Assert.Contains("version 9; this build reads 2", Assert.Single(folder.Read()).Damage, StringComparison.Ordinal);
    }

    [Fact]
    public void ClosedSegmentsAreNeverTouchedAgain()
    {
        using SegmentFolder folder = new();
        folder.Write(3, perSegment: 1);
        string[] before =
            [.. Directory.GetFiles(folder.Path).Order().Select(p => Convert.ToHexString(File.ReadAllBytes(p)))];

        using (NetworkRecording recording = new(folder.Path, SegmentFolder.Description))
        {
            recording.Append(SegmentFolder.Block(3));
            recording.Close();
        }

        Assert.Equal(
            before,
            Directory.GetFiles(folder.Path).Order().Take(3).Select(p => Convert.ToHexString(File.ReadAllBytes(p))));
        Assert.Equal([0, 1, 2, 3], folder.Numbers());
    }

    [Fact]
    public void SegmentsAreClosedBySizeAndByAge()
    {
        using SegmentFolder folder = new();
        using (NetworkRecording recording = new(folder.Path, SegmentFolder.Description, size: 1))
        {
            recording.Append(SegmentFolder.Block(0));
            recording.Append(SegmentFolder.Block(1));
        }

        using (NetworkRecording recording = new(folder.Path, SegmentFolder.Description, age: TimeSpan.Zero))
        {
            recording.Append(SegmentFolder.Block(2));
            recording.Append(SegmentFolder.Block(3));
            recording.Close();
        }

        Assert.Equal([1, 1, 1, 1], folder.Read().Select(s => s.Blocks.Count));
        Assert.Equal([0, 1, 2, 3], folder.Numbers());
    }

    private static int HeaderLength(byte[] bytes) => 20 + BitConverter.ToInt32(bytes, 16) + 8;
}
