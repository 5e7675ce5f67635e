using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Seed.Results;

namespace PalActors.Seed.Sweeps;

/// <summary>The figures of a delay study in numbers, the file delay.md: medians over seeds with quartiles, a table per quantity, depth and coding, a column per delay.</summary>
public static class DelayTable
{
    // Fewer values have no quartiles.
    private const int FewestForQuartiles = 3;

    private static readonly (string Metric, string Title, Func<double, double> Scale, Func<double, string> Text)[] s_quantities =
    [
        (MicrocircuitMetrics.AngleWTB, "angle(W^T, B), degrees", value => value, Tenths),
        (CommonMetrics.AccuracyValidation, "validation accuracy, %", value => 100 * value, Tenths),
        (SweepTable.ErrorOverEpoch, "|u_top - target|^2, mean of the last epoch (medians of its logarithm)", DelaySeries.Order, value => Math.Pow(10, value).ToString("0.0e+00", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The text of the file.</summary>
    /// <param name="definition">What the study is.</param>
    /// <param name="rows">The rows of its table, so far.</param>
    public static string Text(SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# Delays: {definition.Experiment.Name}\n\n");
        text.Append("Medians over seeds of the last values, with quartiles from three seeds on; ");
        text.Append("in parentheses the number of seeds where there are fewer than elsewhere. ");
        if (rows.Any(row => row.Metric == SweepTable.DivergedAtTick))
            text.Append("Networks that diverged are left out and counted in a table of their own. ");
        text.Append("`d` is the delay of a link in ticks. 'palactors plot' makes this file from sweep.csv.\n");
        foreach (var panel in rows.GroupBy(DelaySeries.Panel))
        {
            foreach ((string metric, string title, Func<double, double> scale, Func<double, string> number) in s_quantities)
            {
                SweepRow[] measured = [.. panel.Where(row => row.Metric == metric && double.IsFinite(row.Value))];
                if (measured.Length == 0)
                    continue;
                int areas = measured.Select(row => row.Area).Distinct().Count();
                text.Append(CultureInfo.InvariantCulture, $"\n## Depth {panel.Key.Depth}, prospective {panel.Key.Coding}: {title}\n\n");
                List<(string Name, IEnumerable<SweepRow> Rows)> series = [];
                foreach (var line in measured.GroupBy(row => $"{DelaySeries.Kind(row)}, {DelaySeries.Direction(row)}"))
                {
                    series.Add((areas > 1 ? $"{line.Key}, mean" : line.Key, line));
                    if (areas > 1)
                        series.AddRange(line.GroupBy(row => row.Area).OrderBy(area => area.Key).Select(area => (string.Create(CultureInfo.InvariantCulture, $"{line.Key}, area {area.Key}"), (IEnumerable<SweepRow>)area)));
                }

                Write(text, series, scale, number);
            }

            WriteDiverged(text, panel.Key, [.. panel]);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, IReadOnlyList<(string Name, IEnumerable<SweepRow> Rows)> series, Func<double, double> scale, Func<double, string> number)
    {
        Dictionary<int, double[]>[] lines =
            [.. series.Select(line => line.Rows.GroupBy(row => row.Seed).SelectMany(DelaySeries.OfSeed).GroupBy(at => at.Delay).ToDictionary(at => at.Key, at => at.Select(value => scale(value.Value)).ToArray()))];
        int[] delays = [.. lines.SelectMany(line => line.Keys).Distinct().Order()];
        int most = lines.Max(line => line.Values.Max(values => values.Length));
        Head(text, delays);
        for (int i = 0; i < lines.Length; i++)
        {
            IEnumerable<string> cells = delays.Select(delay => lines[i].TryGetValue(delay, out double[]? values) ? Cell(values, most, number) : "");
            text.Append(CultureInfo.InvariantCulture, $"| {series[i].Name} | {string.Join(" | ", cells)} |\n");
        }
    }

    // Every network has the row of its ticks, so that one that diverged counts where all did.
    private static void WriteDiverged(StringBuilder text, (string Depth, string Coding) panel, SweepRow[] rows)
    {
        if (!Of(SweepTable.DivergedAtTick).Any())
            return;
        SweepRow[] networks = [.. Of(SweepTable.Ticks)];
        HashSet<(string, ulong)> diverged = [.. Of(SweepTable.DivergedAtTick).Select(Network)];
        int[] delays = [.. networks.Select(DelaySeries.Delay).Distinct().Order()];
        text.Append(CultureInfo.InvariantCulture, $"\n## Depth {panel.Depth}, prospective {panel.Coding}: ");
        text.Append("networks that diverged\n\n");
        Head(text, delays);
        foreach (var line in networks.GroupBy(row => $"{DelaySeries.Kind(row)}, {DelaySeries.Direction(row)}"))
        {
            IEnumerable<string> cells = delays.Select(delay =>
            {
                SweepRow[] at = [.. line.Where(row => DelaySeries.Delay(row) == delay)];
                int count = at.Count(row => diverged.Contains(Network(row)));
                return at.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} of {at.Length}");
            });
            text.Append(CultureInfo.InvariantCulture, $"| {line.Key} | {string.Join(" | ", cells)} |\n");
        }

        IEnumerable<SweepRow> Of(string metric) => rows.Where(row => row.Metric == metric);

        static (string, ulong) Network(SweepRow row) => (string.Join('\n', row.Values.Append(row.Model)), row.Seed);
    }

    private static void Head(StringBuilder text, int[] delays) => text.Append(
        CultureInfo.InvariantCulture,
        $"| | d = {string.Join(" | ", delays)} |\n|---|{string.Concat(Enumerable.Repeat("---|", delays.Length))}\n");

    private static string Cell(double[] values, int most, Func<double, string> number)
    {
        Quartiles quartiles = Quartiles.Of(values);
        string cell = number(quartiles.Median);
        if (quartiles.Count >= FewestForQuartiles)
            cell += $" [{number(quartiles.Lower)}, {number(quartiles.Upper)}]";
        return quartiles.Count < most ? string.Create(CultureInfo.InvariantCulture, $"{cell} ({quartiles.Count})") : cell;
    }

    private static string Tenths(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
