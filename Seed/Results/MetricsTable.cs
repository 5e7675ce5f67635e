using System.Globalization;
using System.Text;

namespace PalActors.Seed.Results;

/// <summary>Reads metrics.csv back.</summary>
public static class MetricsTable
{
    /// <summary>The rows of a run.</summary>
    /// <param name="run">The folder of a run, or its metrics.csv.</param>
    /// <exception cref="InputException">There is none, or a line is not a row.</exception>
    public static IReadOnlyList<MetricRow> Read(string run)
    {
        string path = Directory.Exists(run) ? Path.Combine(run, RunFiles.Metrics) : run;
        if (!File.Exists(path))
            throw new InputException($"{run}: there is no {RunFiles.Metrics}; valid is the folder of a run.");
        List<MetricRow> rows = [];
        try
        {
            using StreamReader reader = new(WholeLines(path));
            string? first = reader.ReadLine();
            if (first is not null && first != MetricsFile.Header)
            {
                throw new InputException(
                    $"{path}:1: the first line is not '{MetricsFile.Header}'; "
                    + $"valid is the {RunFiles.Metrics} of a run.");
            }

            long number = 1;
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (Parse(line) is { } row)
                    rows.Add(row);
                else
                    throw new InputException($"{path}:{number}: '{line}' is not a row of {MetricsFile.Header}.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }

        return rows;
    }

    // A last line without its end is being written, or was when the run was killed. It does not count, even where the
    // beginning of its value looks like a number.
    private static MemoryStream WholeLines(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        ReadOnlySpan<byte> read = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        int end = read.LastIndexOf((byte)'\n') + 1;
        // A file without any line end may be no metrics.csv at all: the caller then finds a wrong first line.
        bool isOther = end == 0 && !Encoding.UTF8.GetBytes(MetricsFile.Header).AsSpan().StartsWith(read);
        return new MemoryStream(bytes, 0, isOther ? read.Length : end);
    }

    private static MetricRow? Parse(string line)
    {
        string[] fields = line.Split(',');
        CultureInfo culture = CultureInfo.InvariantCulture;
        return fields.Length == 7
            && ulong.TryParse(fields[0], NumberStyles.None, culture, out ulong seed)
            && long.TryParse(fields[2], NumberStyles.None, culture, out long tick)
            && int.TryParse(fields[3], NumberStyles.None, culture, out int epoch)
            && double.TryParse(fields[6], NumberStyles.Float, culture, out double value)
                ? new MetricRow(seed, fields[1], tick, epoch, fields[4], fields[5], value)
                : null;
    }
}
