using System.Globalization;

namespace PalActors.Seed.Recording;

/// <summary>A row of metrics.csv.</summary>
internal sealed record MetricsRow(string Seed, string Model, long Tick, long Epoch, string Area, string Metric, double Value);

/// <summary>Reads metrics.csv back.</summary>
internal static class MetricsTable
{
    /// <summary>The rows; a last line that a crash or a full disk cut short is left out.</summary>
    public static IReadOnlyList<MetricsRow> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        string text = File.ReadAllText(path);
        List<MetricsRow> rows = [];
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n').Skip(1))
        {
            string[] cells = line.Split(',');
            if (cells.Length == 7 && long.TryParse(cells[2], CultureInfo.InvariantCulture, out long tick) && long.TryParse(cells[3], CultureInfo.InvariantCulture, out long epoch)
                && double.TryParse(cells[6], CultureInfo.InvariantCulture, out double value))
                rows.Add(new MetricsRow(cells[0], cells[1], tick, epoch, cells[4], cells[5], value));
        }

        return rows;
    }
}
