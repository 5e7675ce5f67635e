using System.Globalization;
using System.Text.Json;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Results;

/// <summary>Curves to compare a run with: for each seed a row per record and a column per hidden area.</summary>
internal sealed class PublishedCurves
{
    private PublishedCurves(string metric, IReadOnlyDictionary<ulong, double[][]> seeds) =>
        (Metric, Seeds) = (metric, seeds);

    /// <summary>The measure of the curves.</summary>
    public string Metric { get; }

    /// <summary>Rows of each seed.</summary>
    public IReadOnlyDictionary<ulong, double[][]> Seeds { get; }

    /// <summary>Reads a file {"seeds": {"123": [[area 1, area 2, ...], ...]}}.</summary>
    /// <param name="models">The cell models whose metrics the curves may show.</param>
    /// <param name="path">The file.</param>
    /// <param name="metric">The measure of the curves, or null if the name of the file contains it.</param>
    /// <exception cref="InputException">It cannot be read, or has another shape.</exception>
    public static PublishedCurves Read(ModelRegistry models, string path, string? metric)
    {
        if (!File.Exists(path))
            throw new InputException($"{path}: there is no such file; valid is a .json file with curves.");
        string[] metrics = [.. models.All.SelectMany(OfAreas).Distinct()];
        metric ??= MetricOf(path, metrics);
        if (!metrics.Contains(metric))
            throw new InputException($"{Setting.Metric} is '{metric}'; valid is one of {string.Join(", ", metrics)}.");
        byte[] bytes = [];
        try
        {
            bytes = File.ReadAllBytes(path);
            using JsonDocument document = JsonDocument.Parse(bytes);
            return new PublishedCurves(metric, Rows(path, document.RootElement));
        }
        catch (JsonException exception)
        {
            throw JsonFault.Of(path, bytes, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private static IEnumerable<string> OfAreas(IAreaModel cells) =>
        cells.Measured().Where(metric => metric.Home != MetricHome.Network).Select(metric => metric.Name);

    private static string MetricOf(string path, string[] metrics)
    {
        string name = Path.GetFileName(path);
        return metrics.Where(known => name.Contains(known, StringComparison.Ordinal)).MaxBy(known => known.Length)
            ?? throw new InputException(
                $"{path}: its name does not say what it shows; give {Setting.Metric}, "
                + $"valid is one of {string.Join(", ", metrics)}.");
    }

    private static Dictionary<ulong, double[][]> Rows(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("seeds", out JsonElement seeds)
            || seeds.ValueKind != JsonValueKind.Object)
        {
            throw new InputException(
                $"{path}: seeds is missing; valid is an object of seeds, each with a list of records.");
        }

        Dictionary<ulong, double[][]> rows = [];
        foreach (JsonProperty seed in seeds.EnumerateObject())
        {
            if (!rows.TryAdd(Seed(path, seed.Name), Rows(path, seed)))
                throw new InputException($"{path}: seeds holds {seed.Name} twice.");
        }

        return rows.Count > 0
            ? rows
            : throw new InputException($"{path}: seeds is empty; valid is at least one seed with its records.");
    }

    private static double[][] Rows(string path, JsonProperty seed)
    {
        if (seed.Value.ValueKind != JsonValueKind.Array || seed.Value.GetArrayLength() == 0)
            throw new InputException($"{path}: seeds.{seed.Name} is no list of records.");
        double[][] rows = [.. seed.Value.EnumerateArray().Select(Row)];
        int ragged = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        return ragged < 0
            ? rows
            : throw new InputException(
                $"{path}: record {ragged} of seeds.{seed.Name} has {rows[ragged].Length} values, "
                + $"the first has {rows[0].Length}.");

        double[] Row(JsonElement row, int k) =>
            row.ValueKind == JsonValueKind.Array
            && row.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Number)
                ? [.. row.EnumerateArray().Select(value => value.GetDouble())]
                : throw new InputException($"{path}: record {k} of seeds.{seed.Name} is no list of numbers.");
    }

    private static ulong Seed(string path, string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new InputException($"{path}: seeds holds '{text}'; valid is a whole number.");
}
