using System.Globalization;
using System.Text;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>A row of metrics.csv.</summary>
/// <param name="Seed">Seed of the microcircuit.</param>
/// <param name="Model">The model as selected.</param>
/// <param name="Tick">Tick of the measurement.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Area">Its area, or null.</param>
/// <param name="Metric">Its name.</param>
/// <param name="Value">The value.</param>
public sealed record MetricRow(ulong Seed, string Model, long Tick, int Epoch, int? Area, string Metric, double Value)
{
    /// <summary>The row of a value.</summary>
    /// <param name="plan">The network that was measured.</param>
    /// <param name="metric">The value.</param>
    internal static MetricRow Of(NetworkPlan plan, Metric metric) =>
        new(plan.Seed, plan.Label, metric.Tick, metric.Epoch, metric.Area, metric.Name, metric.Value);

    /// <summary>The value of the row.</summary>
    /// <param name="network">Number of the network.</param>
    internal Metric ToMetric(int network) => new(network, Tick, Epoch, Area, Metric, Value);
}

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
                throw new InputException($"{path}:1: the first line is not '{MetricsFile.Header}'; valid is the {RunFiles.Metrics} of a run.");
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

    // A last line without its end is being written, or was when the run was killed: it does not count, even where what is there of its value looks like a number.
    private static MemoryStream WholeLines(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        ReadOnlySpan<byte> read = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        int end = read.LastIndexOf((byte)'\n') + 1;
        // Without any line end it may still be no metrics.csv at all.
        return new MemoryStream(bytes, 0, end == 0 && !Encoding.UTF8.GetBytes(MetricsFile.Header).AsSpan().StartsWith(read) ? read.Length : end);
    }

    private static MetricRow? Parse(string line)
    {
        string[] fields = line.Split(',');
        int area = 0;
        return fields.Length == 7
            && ulong.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            && long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out long tick)
            && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int epoch)
            && (fields[4].Length == 0 || int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out area))
            && double.TryParse(fields[6], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? new MetricRow(seed, fields[1], tick, epoch, fields[4].Length == 0 ? null : area, fields[5], value)
                : null;
    }
}
