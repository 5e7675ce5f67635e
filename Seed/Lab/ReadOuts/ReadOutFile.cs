using System.Globalization;
using System.Text;
using PalActors.Clustering.Snapshots;
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

    private static string[] Fields(ReadOutRow row) =>
    [
        row.Model, Text(row.Seed), Text(row.Epoch), Text(row.Area), row.ReadOut,
        Text(row.Accuracy), Text(row.Lowest), Text(row.Highest),
    ];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
