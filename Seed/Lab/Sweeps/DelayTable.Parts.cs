using System.Globalization;
using System.Text;

namespace PalActors.Lab.Sweeps;

/// <content>Parts of tables, and the table of networks that diverged.</content>
internal static partial class DelayTable
{
    private static string NameOf(SweepRow row) => $"{DelaySeries.Kind(row)}, {DelaySeries.Direction(row)}";

    private static void WriteTitle(StringBuilder text, (string Depth, string Coding) panel, string title)
    {
        string of = DelaySeries.Title(panel), heading = of.Length == 0 ? title : $"{of}: {title}";
        text.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(heading[0])}{heading[1..]}\n\n");
    }

    private static void WriteHead(StringBuilder text, int[] delays) => StudyTable.WriteHead(
        text, [.. delays.Select((delay, i) => string.Create(CultureInfo.InvariantCulture, $"{Before(i)}{delay}"))]);

    private static string Before(int column) => column == 0 ? "d = " : "";

    // Every network has a row of its ticks, so a network that diverged appears even where all did.
    private static void WriteDiverged(StringBuilder text, (string Depth, string Coding) panel, SweepRow[] rows)
    {
        HashSet<(string, ulong)> diverged = [.. Of(SweepTable.DivergedAtTick).Select(Network)];
        if (diverged.Count == 0)
            return;
        SweepRow[] networks = [.. Of(SweepTable.Ticks)];
        int[] delays = [.. networks.Select(DelaySeries.Delay).Distinct().Order()];
        WriteTitle(text, panel, "networks that diverged");
        WriteHead(text, delays);
        foreach (IGrouping<string, SweepRow> line in networks.GroupBy(NameOf))
            StudyTable.WriteRow(text, line.Key, delays.Select(delay => CountAt(line, delay)));

        IEnumerable<SweepRow> Of(string metric) => rows.Where(row => row.Metric == metric);

        string CountAt(IEnumerable<SweepRow> line, int delay)
        {
            SweepRow[] at = [.. line.Where(row => DelaySeries.Delay(row) == delay)];
            int count = at.Count(row => diverged.Contains(Network(row)));
            return at.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} of {at.Length}");
        }

        static (string, ulong) Network(SweepRow row) => (string.Join('\n', row.Values.Append(row.Model)), row.Seed);
    }
}
