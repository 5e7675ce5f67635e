using System.Globalization;
using PalActors.Lab.Texts;

namespace PalActors.Lab.Sweeps;

/// <content>Header, and reading of rows.</content>
internal sealed partial class SweepTable
{
    private const string Fixed = "seed,model,metric,area,value";

    /// <summary>First line of the file.</summary>
    public static string Header(IReadOnlyList<string> columns) => Csv.Join([.. columns, .. Fixed.Split(',')]);

    /// <summary>Reads the rows of a sweep's folder, as far as it has come.</summary>
    /// <exception cref="InputException">It cannot be read, or a line is not a row.</exception>
    public static IReadOnlyList<SweepRow> Read(string folder, IReadOnlyList<string> columns)
    {
        string path = Path.Combine(folder, SweepFiles.Table);
        try
        {
            IEnumerable<string> lines = Rows(path, Header(columns));
            return [.. lines.Select((line, i) => Parse(line, columns.Count) ?? throw NoRow(path, i, line))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private void Take(IEnumerable<string> lines, int columns)
    {
        Dictionary<string, int> byIdentity = _networks.ToDictionary(
            network => network.Identity, network => network.Plan.Network, StringComparer.Ordinal);
        Dictionary<int, List<string>> rows = [];
        foreach ((int i, string line) in lines.Index())
        {
            string identity = Csv.Join(Csv.Split(line).Take(columns + 2));
            if (Parse(line, columns) is not { } row || !byIdentity.TryGetValue(identity, out int network))
                throw NoRow(_path, i, line);
            if (!rows.TryGetValue(network, out List<string>? of))
                rows[network] = of = [];
            of.Add(line);
            if (row.Metric == Frames)
                _rows[network] = of;
        }
    }

    private static IEnumerable<string> Rows(string path, string header) =>
        Csv.Rows(path, header, $"the {SweepFiles.Table} of this sweep");

    private static SweepRow? Parse(string line, int columns)
    {
        IReadOnlyList<string> fields = Csv.Split(line);
        if (fields.Count != columns + 5)
            return null;
        (string model, string metric, string area) =
            (fields[columns + 1], fields[columns + 2], fields[columns + 3]);
        CultureInfo culture = CultureInfo.InvariantCulture;
        return ulong.TryParse(fields[columns], NumberStyles.None, culture, out ulong seed)
            && double.TryParse(fields[columns + 4], NumberStyles.Float, culture, out double value)
                ? new SweepRow([.. fields.Take(columns)], seed, model, metric, area, value)
                : null;
    }

    private static InputException NoRow(string path, int row, string line) => new(
        $"{path}:{row + 2}: '{line}' is not a row of this sweep; "
        + $"valid is {SweepFiles.Table} as it was written, or {Setting.Fresh} to begin anew.");
}
