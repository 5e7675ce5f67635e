using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <content>Going back to an earlier tick.</content>
public sealed partial class NetworkRecording
{
    /// <summary>Removes everything recorded after a tick.</summary>
    /// <remarks>
    /// A network that goes on from a snapshot of that tick can then be appended. The call may be repeated after a crash
    /// in the middle of it: a segment is replaced as a whole or not at all.
    /// </remarks>
    /// <param name="folder">Folder of the network's recording, with no writer.</param>
    /// <param name="tick">The last tick to keep.</param>
    /// <param name="files">How files get their names; null for <see cref="DurableFile.Default"/>.</param>
    /// <exception cref="InvalidDataException">A segment is damaged; nothing was changed.</exception>
    public static void CutBack(string folder, long tick, DurableFile? files = null)
    {
        files ??= DurableFile.Default;
        if (!Directory.Exists(folder))
            return;
        CloseLeftOpen(folder, files);
        foreach (Segment segment in Read(folder))
        {
            if (segment.Damage is not null)
                throw new InvalidDataException(segment.Damage);
        }

        bool last = true;
        foreach (string path in Files(folder).Reverse())
        {
            Segment segment = Segment.Read(path);
            RecordedBlock[] kept =
                [.. segment.Blocks.Select(block => Cut(block, tick)).Where(block => block.Ticks.Length > 0)];
            // Areas are up to a horizon apart: a segment in the middle may become empty and still keeps its place.
            files.RequireClaim();
            if (kept.Length == 0 && last)
                File.Delete(path);
            else if (segment.Blocks.Any(block => block.Ticks[^1] > tick))
                Replace(folder, segment, kept, files);
            last &= kept.Length == 0;
        }
    }

    private static RecordedBlock Cut(RecordedBlock block, long tick)
    {
        int count = block.Ticks.TakeWhile(t => t <= tick).Count();
        if (count == block.Ticks.Length)
            return block;
        int values = count * (block.Values.Length / block.Ticks.Length);
        return block with { Ticks = block.Ticks[..count], Values = block.Values[..values] };
    }
}
