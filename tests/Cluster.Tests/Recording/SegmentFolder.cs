using PalActors.Clustering.Recording;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>A test's own folder of segments, and blocks to write.</summary>
internal sealed class SegmentFolder : IDisposable
{
    public static RecordingDescription Description { get; } = new(
        0, ulong.MaxValue, "PAL", [4, 9, 3], "0.01", [new RecordingPlan("rate", [1, 2], [], 10, [])], [], "");

    public string Path { get; } = Directory.CreateTempSubdirectory("palactors-segments-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>A block with one neuron and two records, at ticks 20k + 10 and 20k + 20.</summary>
    public static RecordedBlock Block(int k, int area = 1) =>
        new(0, 1, area, 0, 0, 1, [(20 * k) + 10, (20 * k) + 20], [k, -k / 3.0]);

    /// <summary>Writes blocks, a given number per segment.</summary>
    public void Write(int blocks, int perSegment, bool close = true)
    {
        using NetworkRecording recording = new(Path, Description);
        for (int k = 0; k < blocks; k++)
        {
            if (k > 0 && k % perSegment == 0)
                recording.Close();
            recording.Append(Block(k, 1 + (k % 2)));
        }

        if (close)
            recording.Close();
    }

    public Segment[] Read() => [.. NetworkRecording.Read(Path)];

    /// <summary>First values of all intact blocks: their numbers.</summary>
    public int[] Numbers() => [.. Read().SelectMany(s => s.Blocks).Select(b => (int)b.Values[0])];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
