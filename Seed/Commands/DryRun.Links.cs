using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Commands;

/// <content>Traffic between nodes, and snapshots.</content>
internal sealed partial class DryRun
{
    // Deep hierarchies have many links that are alike: a line for each run of them.
    private static IEnumerable<string> Collapsed(IReadOnlyList<int> areas, Func<int, string> traffic)
    {
        for (int first = 0, next; first < areas.Count; first = next)
        {
            string text = traffic(areas[first]);
            for (next = first + 1; next < areas.Count && traffic(areas[next]) == text;)
                next++;
            int low = areas[first], high = areas[next - 1];
            yield return next == first + 1
                ? $"Between areas {low} and {low + 1}, on different nodes: {text}."
                : $"Between {next - first} pairs of areas on different nodes, "
                    + $"{low} and {low + 1} to {high} and {high + 1}: each {text}.";
        }
    }

    private string Traffic(Pathway pathway)
    {
        AreaGraph graph = _links.Graph;
        long up = 8L * _areas[graph.PlaceOf(pathway.From)].ValuesUp;
        long down = 8L * _areas[graph.PlaceOf(pathway.To)].ValuesDown;
        LinkTiming above = _links.Up(pathway), below = _links.Down(pathway);
        SendWindow window = new(_place.Execution.Window);
        int piece = _place.Execution.PieceSize;
        int upward = window.Of(above, _links.IsFree, isHere: false, FrameCut.TicksPerMessage(up, piece));
        int downward = window.Of(below, _links.IsFree, isHere: false, FrameCut.TicksPerMessage(down, piece));
        string delays = above.Delay == 0 && below.Delay == 0
            ? ""
            : $"; delays of {above.Delay} and {below.Delay} ticks, frames of {upward} and {downward}";
        return $"{ByteSizes.Text(up)} up and {ByteSizes.Text(down)} down per tick{delays}";
    }

    private void PrintSnapshots()
    {
        long size = SnapshotSizes.Of(_read, _plan);
        int kept = SnapshotSizes.Limits(_read, _plans, _place).KeptOf(size);
        _output.WriteLine(
            $"A snapshot takes about {ByteSizes.Text(size)} on the disk; {kept} and one that is being written "
            + $"{ByteSizes.Text((kept + 1) * size)} per network.");
    }
}
