using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Texts;

namespace PalActors.Lab.Results;

/// <summary>The file quartiles.csv: what the curves of figures show of several seeds, epoch by epoch.</summary>
/// <remarks>Networks that diverged are left out, and counted in a column.</remarks>
internal static class QuartilesFile
{
    private const string Header = "model,area,metric,epoch,seeds,diverged,lower_quartile,median,upper_quartile";

    /// <summary>Writes it, a row per model, place, metric and epoch.</summary>
    /// <param name="path">The file.</param>
    /// <param name="networks">The networks.</param>
    /// <returns>False if no model has a value of as many seeds as quartiles need.</returns>
    public static bool Write(string path, IReadOnlyList<NetworkRecord> networks)
    {
        string[] rows = [.. networks.GroupBy(network => network.Plan.Label).SelectMany(model => Rows([.. model]))];
        if (rows.Length == 0)
            return false;
        File.WriteAllText(path, string.Concat(rows.Prepend(Header).Select(row => row + "\n")));
        return true;
    }

    private static IEnumerable<string> Rows(NetworkRecord[] model)
    {
        NetworkRecord[] finite = [.. model.Where(network => network.Divergence is null)];
        int diverged = model.Length - finite.Length;
        return
            from series in finite.SelectMany(network => network.AllSeries())
            where series.Key.Name != CommonMetrics.Saturated
            group (IReadOnlyList<EpochValue>)series.Value by series.Key into measure
            orderby measure.Key.Place, measure.Key.Name
            from point in EpochQuartiles.Of(measure)
            select Csv.Join(
            [
                model[0].Plan.Label, model[0].Graph.TextOf(measure.Key.Place), measure.Key.Name, Text(point.Epoch),
                Text(point.Value.Count), Text(diverged), Text(point.Value.Lower), Text(point.Value.Median),
                Text(point.Value.Upper),
            ]);
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
