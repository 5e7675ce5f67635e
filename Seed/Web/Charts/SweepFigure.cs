using System.Globalization;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;

namespace PalActors.Web.Charts;

/// <summary>Figure of a sweep: a measure against one of its keys, a line per value of another.</summary>
internal static class SweepFigure
{
    /// <summary>The key that stands for the learning model.</summary>
    public const string Model = "model";

    /// <summary>Measures that the rows have, with their areas.</summary>
    public static IReadOnlyList<string> Measures(IReadOnlyList<SweepRow> rows) =>
        [.. rows.Where(row => double.IsFinite(row.Value)).Select(NameOf).Distinct()];

    /// <summary>Draws it; medians and quartiles over everything that neither axis nor line tells apart.</summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="measure">The measure, one of <see cref="Measures"/>.</param>
    /// <param name="across">Key of the horizontal axis.</param>
    /// <param name="line">Key that has a line per value; empty for one line.</param>
    public static Figure Of(
        SweepDefinition definition, IReadOnlyList<SweepRow> rows, string measure, string across, string line)
    {
        List<Mark> marks = [];
        SweepRow[] own = [.. rows.Where(row => NameOf(row) == measure)];
        string[] values = [.. own.Select(row => Value(definition, row, across)).Distinct()];
        bool areNumbers = values.All(text => IsNumber(text, out _));
        int ink = 0;
        foreach (IGrouping<string, SweepRow> group in own.GroupBy(row => Value(definition, row, line)))
        {
            (double X, Quartiles Y)[] points =
            [
                .. group.GroupBy(row => Value(definition, row, across))
                    .Select(point => (Position(point.Key), Quartiles.Of(point.Select(row => row.Value))))
                    .OrderBy(point => point.Item1),
            ];
            double[] x = [.. points.Select(point => point.X)];
            if (points.Any(point => point.Y.Count >= Quartiles.Fewest))
            {
                marks.Add(new BandMark(
                    "", x, [.. points.Select(p => p.Y.Lower)], [.. points.Select(p => p.Y.Upper)], ink));
            }

            string name = line.Length == 0 ? measure : $"{line} {group.Key}";
            marks.Add(new LineMark(name, x, [.. points.Select(point => point.Y.Median)], ink++) { HasPoints = true });
        }

        string note = areNumbers
            ? "medians; bands are quartiles from three values on"
            : $"medians; places across are {string.Join(", ", values.Select((text, i) => $"{i}: {text}"))}";
        return new Figure($"{measure} against {across}", across, measure) { Marks = marks, Note = note };

        double Position(string text) =>
            areNumbers && IsNumber(text, out double number) ? number : Array.IndexOf(values, text);
    }

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string NameOf(SweepRow row) =>
        row.Area.Length == 0 ? row.Metric : $"{row.Metric}, area {row.Area}";

    private static string Value(SweepDefinition definition, SweepRow row, string key) => key switch
    {
        "" => "",
        Model => row.Model,
        _ => row.Values[definition.Columns.ToList().IndexOf(key)],
    };
}
