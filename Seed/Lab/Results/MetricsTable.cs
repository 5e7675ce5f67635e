using System.Globalization;
using PalActors.Lab.Texts;

namespace PalActors.Lab.Results;

/// <summary>Reads metrics.csv back.</summary>
internal static class MetricsTable
{
    /// <summary>The rows of a run.</summary>
    /// <param name="run">The folder of a run, or its metrics.csv.</param>
    /// <exception cref="InputException">There is none, or a line is not a row.</exception>
    public static IReadOnlyList<MetricRow> Read(string run)
    {
        string path = Directory.Exists(run) ? Path.Combine(run, RunFiles.Metrics) : run;
        if (!File.Exists(path))
            throw new InputException($"{run}: there is no {RunFiles.Metrics}; valid is the folder of a run.");
        try
        {
            IEnumerable<string> lines = Csv.Rows(path, MetricsFile.Header, $"the {RunFiles.Metrics} of a run");
            return [.. lines.Select((line, i) => Parse(line) ?? throw NoRow(path, i, line))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private static InputException NoRow(string path, int row, string line) =>
        new($"{path}:{row + 2}: '{line}' is not a row of {MetricsFile.Header}.");

    /// <summary>Reads a line; null if it is no row.</summary>
    internal static MetricRow? Parse(string line)
    {
        IReadOnlyList<string> fields = Csv.Split(line);
        CultureInfo culture = CultureInfo.InvariantCulture;
        return fields.Count == 7
            && ulong.TryParse(fields[0], NumberStyles.None, culture, out ulong seed)
            && long.TryParse(fields[2], NumberStyles.None, culture, out long tick)
            && int.TryParse(fields[3], NumberStyles.None, culture, out int epoch)
            && double.TryParse(fields[6], NumberStyles.Float, culture, out double value)
                ? new MetricRow(seed, fields[1], tick, epoch, fields[4], fields[5], value)
                : null;
    }
}
