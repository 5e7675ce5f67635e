using System.Globalization;
using PalActors.Lab.Texts;

namespace PalActors.Lab.Recording;

/// <summary>Writes index.csv beside exported files: a line per series, with what its name does not tell.</summary>
internal static class SeriesIndex
{
    private const string FileName = "index.csv";
    private const string Header = "file,model,seed,area,observable,records,neurons,columns,units,symbol,description";

    /// <summary>Writes the index.</summary>
    /// <param name="folder">Folder of the export.</param>
    /// <param name="series">Its series.</param>
    public static void Write(string folder, IEnumerable<RecordedSeries> series) => File.WriteAllText(
        Path.Combine(folder, FileName), string.Concat(series.Select(Line).Prepend(Header).Select(line => line + "\n")));

    private static string Line(RecordedSeries series) => Csv.Join(
    [
        $"{series.NetworkGroup}/{series.AreaGroup}/{series.Name}",
        series.Network.Label,
        Number(series.Network.Seed),
        series.AreaName,
        series.Observable.Name,
        Number(series.Ticks.Count),
        Number(series.Neurons.Length),
        series.IsMatrix ? Number(series.Columns) : "",
        series.Observable.Unit,
        series.Observable.Symbol,
        series.Observable.Description,
    ]);

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
