using System.Globalization;
using PalActors.Lab.Results;
using PalActors.Lab.Texts;

namespace PalActors.Lab.Sweeps;

/// <summary>The tables of a width study: a row per network, their medians and quartiles, and both as text.</summary>
internal static class WidthTables
{
    /// <summary>Writes all three.</summary>
    /// <param name="path">Path of a file by its name.</param>
    /// <param name="definition">The study.</param>
    /// <param name="rows">The rows of its table, so far.</param>
    /// <returns>The names of the files.</returns>
    public static IReadOnlyList<string> Write(
        Func<string, string> path, SweepDefinition definition, IReadOnlyList<SweepRow> rows)
    {
        string measure = WidthNetwork.Measure(rows);
        IReadOnlyList<WidthNetwork> networks = WidthNetwork.Of(rows);
        File.WriteAllText(path(SweepFiles.Width), Networks(measure, networks));
        File.WriteAllText(path(SweepFiles.WidthSummary), Summary(measure, networks));
        File.WriteAllText(path(SweepFiles.WidthMedians), WidthText.Of(definition, measure, networks));
        return [SweepFiles.Width, SweepFiles.WidthSummary, SweepFiles.WidthMedians];
    }

    /// <summary>A row per network.</summary>
    /// <param name="measure">Name of the accuracy.</param>
    /// <param name="networks">The networks.</param>
    public static string Networks(string measure, IEnumerable<WidthNetwork> networks) => Lines(
        ["hidden_areas", "size", "model", "seed", measure, "diverged_at_tick"],
        networks.Select(IReadOnlyList<object?> (network) =>
        [
            network.Areas, network.Size, network.Model, network.Seed, network.Accuracy, network.DivergedAt,
        ]));

    /// <summary>A row per model and size: median and quartiles over the networks that did not diverge.</summary>
    /// <param name="measure">Name of the accuracy.</param>
    /// <param name="networks">The networks.</param>
    public static string Summary(string measure, IEnumerable<WidthNetwork> networks) => Lines(
        [
            "hidden_areas", "size", "model", "measure", "seeds", "diverged", "lower_quartile", "median",
            "upper_quartile",
        ],
        networks.GroupBy(network => (network.Areas, network.Size, network.Model))
            .Select(IReadOnlyList<object?> (point) =>
            {
                Quartiles quartiles = Quartiles.Of(point.Select(network => network.Accuracy));
                bool areEnough = quartiles.Count >= Quartiles.Fewest;
                return
                [
                    point.Key.Areas, point.Key.Size, point.Key.Model, measure, point.Count(),
                    point.Count(network => network.DivergedAt is not null), areEnough ? quartiles.Lower : null,
                    quartiles.Median, areEnough ? quartiles.Upper : null,
                ];
            }));

    private static string Lines(IEnumerable<string> header, IEnumerable<IReadOnlyList<object?>> rows) =>
        string.Concat(rows.Select(row => row.Select(Field)).Prepend(header).Select(line => Csv.Join(line) + "\n"));

    // What there is none of is empty.
    private static string Field(object? value) => value switch
    {
        null or double.NaN => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
