using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static PalActors.Lab.Experiments.JsonSchema;

namespace PalActors.Lab.Experiments;

/// <summary>The key <c>weights</c> of an experiment: a place, or a map with it and what is taken.</summary>
internal static partial class WeightsYaml
{
    private const string From = "from", At = "at", Only = "only", Network = "network", Sha256 = "sha256";

    private static readonly (string Name, string Summary, Func<JsonObject> Schema)[] s_keys =
    [
        (From, "a run's folder, a snapshot, or a .h5 or .npz file with matrices such as area_1/W", Text),
        (At, $"{WeightsMoment.Valid}, of which the run keeps a snapshot; default its end",
            () => new JsonObject { ["type"] = new JsonArray("integer", "string") }),
        (Only, "areas, matrices, or both as area_1/W, that are taken; default all", () => OneOrList(Text())),
        (Network, "network of the source, such as PAL_7; default that of the same model and seed, or the only one",
            Text),
        (Sha256, "SHA-256 of all matrices of the source, which is checked", Text),
    ];

    /// <summary>Reads the key.</summary>
    /// <param name="entry">The key.</param>
    /// <param name="folder">Folder that paths are seen from.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static WeightsFrom Read(YamlEntry entry, string folder)
    {
        if (entry.Value is not YamlMap map)
            return new WeightsFrom(Place(entry, folder));
        foreach (YamlEntry given in map.Entries)
            ExperimentKeys.Check(given, "weights.", [.. s_keys.Select(key => key.Name)]);
        YamlEntry from = Find(From)
            ?? throw entry.Source.Error("weights.from is missing; valid is a run's folder, a snapshot, or a file.");
        return new WeightsFrom(Place(from, folder))
        {
            At = Find(At) is { } at ? Moment(at) : null,
            Only = Find(Only) is { } only ? Texts(only) : [],
            Network = Find(Network) is { } network ? ValueReader.Text(network) : null,
            Sha256 = Find(Sha256) is { } hash ? Hash(hash) : "",
        };

        YamlEntry? Find(string key) => map.Entries.FirstOrDefault(one => one.Key == key) is { } found
            ? found with { Key = $"weights.{key}" }
            : null;
    }

    /// <summary>An experiment whose weights, if they are a place alone, are a map with it.</summary>
    public static YamlMap AsMap(YamlMap experiment) =>
        experiment.Entries.FirstOrDefault(entry => entry is { Key: "weights", Value: YamlScalar }) is { } place
            ? experiment.With(place with
            {
                Value = new YamlMap(place.Value.Source, [new YamlEntry(From, place.Source, place.Value)]),
            })
            : experiment;

    /// <summary>Writes the key in one line; null where weights are drawn.</summary>
    public static string? Write(WeightsFrom? weights)
    {
        if (weights is null)
            return null;
        List<string> items = [$"{From}: {YamlText.Quote(weights.Path)}"];
        if (weights.At is { } at)
            items.Add($"{At}: {YamlText.Quote(at.ToString())}");
        if (weights.Only.Count > 0)
            items.Add($"{Only}: {YamlText.List(weights.Only.Select(YamlText.Quote))}");
        if (weights.Network is { } network)
            items.Add($"{Network}: {YamlText.Quote(network)}");
        if (weights.Sha256.Length > 0)
            items.Add($"{Sha256}: {YamlText.Quote(weights.Sha256)}");
        return $"{{{string.Join(", ", items)}}}";
    }

    /// <summary>Schema for editors.</summary>
    public static JsonObject Schema()
    {
        JsonObject properties = [];
        foreach ((string name, string summary, Func<JsonObject> schema) in s_keys)
            properties[name] = Described(schema(), summary);
        JsonObject map = new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Words([From]),
            ["additionalProperties"] = false,
        };
        return new JsonObject { ["anyOf"] = new JsonArray(Text(), map) };
    }

    private static string Place(YamlEntry entry, string folder)
    {
        string place = ValueReader.Text(entry);
        return place.Trim().Length > 0 && !place.Contains('\0')
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(place, folder))
            : throw entry.Source.Error(
                $"{entry.Key} is {entry.Value.Show()}; valid is a run's folder, a snapshot, or a file.");
    }

    private static WeightsMoment Moment(YamlEntry entry) => WeightsMoment.Parse(ValueReader.Text(entry))
        ?? throw entry.Source.Error($"{entry.Key} is {entry.Value.Show()}; valid is {WeightsMoment.Valid}.");

    private static string Hash(YamlEntry entry) => ValueReader.Text(entry) is string text && Hex().IsMatch(text)
        ? text
        : throw entry.Source.Error($"{entry.Key} is {entry.Value.Show()}; valid are 64 digits of lower-case hex.");

    private static string[] Texts(YamlEntry entry)
    {
        IReadOnlyList<YamlNode> items = entry.Value is YamlList list ? list.Items : [entry.Value];
        return
        [
            .. items.Select(item => item is YamlScalar { IsNull: false } scalar
                ? scalar.Text
                : throw item.Source.Error(
                    $"{entry.Key} is {item.Show()}; valid is an area, a matrix, or both as area_1/W.")),
        ];
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hex();
}
