using System.Globalization;
using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;

namespace PalActors.Lab.Sweeps;

/// <summary>The figures of a delay study in numbers: the file delay.md.</summary>
/// <remarks>
/// There is a table of medians over seeds, with quartiles, per quantity, depth and coding; it has a column per delay.
/// </remarks>
internal static partial class DelayTable
{
    private static readonly Quantity[] s_common =
    [
        new(CommonMetrics.AccuracyValidation, "validation accuracy, %", share => 100 * share, StudyTable.Tenths),
        new(
            SweepTable.ErrorOverEpoch,
            "|u_top - target|^2, mean of the last epoch (medians of its logarithm)",
            DelaySeries.Order,
            order => Math.Pow(10, order).ToString("0.0e+00", CultureInfo.InvariantCulture)),
    ];

    /// <summary>Writes the file.</summary>
    /// <param name="path">Path of a file by its name.</param>
    /// <param name="definition">The study.</param>
    /// <param name="rows">The rows of its table, so far.</param>
    /// <returns>Its name.</returns>
    public static IReadOnlyList<string> Write(
        Func<string, string> path, SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        File.WriteAllText(path(SweepFiles.DelayMedians), Text(definition, rows));
        return [SweepFiles.DelayMedians];
    }

    /// <summary>The text of the file.</summary>
    /// <param name="definition">The study.</param>
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
        Quantity[] quantities = [.. Quantities(definition.Experiment.Cells, rows)];
        foreach (IGrouping<(string Depth, string Coding), SweepRow> panel in rows.GroupBy(DelaySeries.Panel))
        {
            foreach (Quantity quantity in quantities)
            {
                SweepRow[] measured =
                    [.. panel.Where(row => row.Metric == quantity.Metric && double.IsFinite(row.Value))];
                if (measured.Length == 0)
                    continue;
                WriteTitle(text, panel.Key, quantity.Title);
                Write(text, Series(measured), quantity);
            }

            WriteDiverged(text, panel.Key, [.. panel]);
        }

        return text.ToString();
    }

    // The outcome of tasks without classes and teacher is what the cells measure of the whole network.
    private static IEnumerable<Quantity> Quantities(IAreaModel cells, IReadOnlyList<SweepRow> rows)
    {
        IEnumerable<MetricDescriptor> first = cells.Headline() is { } headline ? [headline] : [];
        bool isCommon = s_common.Any(quantity => rows.Any(row => row.Metric == quantity.Metric));
        return first.Select(Of).Concat(isCommon ? s_common : cells.OfNetworks().Select(Of));

        static Quantity Of(MetricDescriptor metric) => new(
            metric.Name,
            metric.Unit == "1" ? metric.Label : $"{metric.Label}, {metric.Unit}",
            value => value,
            value => MetricText.Short(metric.Form, value));
    }

    // With several hidden areas a series of their mean, and one of each.
    private static List<(string Name, IEnumerable<SweepRow> Rows)> Series(SweepRow[] measured)
    {
        int areas = measured.Select(row => row.Area).Distinct().Count();
        List<(string Name, IEnumerable<SweepRow> Rows)> series = [];
        foreach (IGrouping<string, SweepRow> line in measured.GroupBy(NameOf))
        {
            series.Add((areas > 1 ? $"{line.Key}, mean" : line.Key, line));
            if (areas == 1)
                continue;
            foreach (IGrouping<string, SweepRow> area in line.GroupBy(row => row.Area))
                series.Add((string.Create(CultureInfo.InvariantCulture, $"{line.Key}, area {area.Key}"), area));
        }

        return series;
    }

    private static void Write(
        StringBuilder text, IReadOnlyList<(string Name, IEnumerable<SweepRow> Rows)> series, Quantity quantity)
    {
        Dictionary<int, double[]>[] lines = [.. series.Select(line => ValuesByDelay(line.Rows, quantity.Scale))];
        int[] delays = [.. lines.SelectMany(line => line.Keys).Distinct().Order()];
        int most = lines.Max(line => line.Values.Max(values => values.Length));
        WriteHead(text, delays);
        for (int i = 0; i < lines.Length; i++)
            StudyTable.WriteRow(text, series[i].Name, delays.Select(delay => CellAt(lines[i], delay)));

        string CellAt(Dictionary<int, double[]> line, int delay) =>
            line.TryGetValue(delay, out double[]? values) ? StudyTable.Cell(values, most, quantity.Number) : "";
    }

    private static Dictionary<int, double[]> ValuesByDelay(IEnumerable<SweepRow> rows, Func<double, double> scale) =>
        rows.GroupBy(row => row.Seed)
            .SelectMany(DelaySeries.OfSeed)
            .GroupBy(at => at.Delay)
            .ToDictionary(at => at.Key, at => at.Select(value => scale(value.Value)).ToArray());

    private sealed record Quantity(
        string Metric, string Title, Func<double, double> Scale, Func<double, string> Number);
}
