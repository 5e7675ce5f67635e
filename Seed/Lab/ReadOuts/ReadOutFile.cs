using System.Globalization;
using System.Text;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Results;
using PalActors.Lab.Texts;

namespace PalActors.Lab.ReadOuts;

/// <summary>The file readout.csv: accuracies of read-outs, one a row.</summary>
internal static class ReadOutFile
{
    private static readonly string[] s_columns =
        ["model", "seed", "epoch", "area", "read_out", "accuracy", "lowest", "highest"];

    /// <summary>Writes it; another one of that name is replaced.</summary>
    public static void Write(string path, IEnumerable<ReadOutRow> rows)
    {
        IEnumerable<string> lines = rows.Select(Fields).Prepend(s_columns).Select(Csv.Join);
        DurableFile.Default.Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))));
    }

    /// <summary>Reads the one of a run; no rows where there is none.</summary>
    /// <exception cref="InputException">It is not as it was written.</exception>
    public static IReadOnlyList<ReadOutRow> Read(string folder)
    {
        string path = Path.Combine(folder, RunFiles.ReadOuts), header = Csv.Join(s_columns);
        return File.Exists(path)
            ? [.. Csv.Rows(path, header, "the file as a run wrote it").Select(line => Row(path, line))]
            : [];
    }

    private static ReadOutRow Row(string path, string line)
    {
        try
        {
            IReadOnlyList<string> fields = Csv.Split(line);
            return new ReadOutRow(
                fields[0], Value<ulong>(fields[1]), Value<int>(fields[2]), Value<int>(fields[3]), fields[4],
                Value<double>(fields[5]), Value<double>(fields[6]), Value<double>(fields[7]));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException
            or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InputException($"{path}: '{line}' is no row of it; valid is the file as a run wrote it.");
        }
    }

    private static T Value<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Fields(ReadOutRow row) =>
    [
        row.Model, Text(row.Seed), Text(row.Epoch), Text(row.Area), row.ReadOut,
        Text(row.Accuracy), Text(row.Lowest), Text(row.Highest),
    ];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
