using System.Globalization;
using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;
using static PalActors.Lab.Experiments.JsonSchema;

namespace PalActors.Lab.Experiments;

/// <summary>Description of own data in an experiment file: the key <c>data</c> as a map.</summary>
internal static class OwnDataYaml
{
    /// <summary>Reads a description.</summary>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static PlanOption[] Read(YamlEntry data)
    {
        YamlMap map = (YamlMap)data.Value;
        List<PlanOption> given = [];
        foreach (YamlEntry entry in map.Entries)
            given.AddRange(Values(entry));
        try
        {
            return OwnDataBlock.Of(given).Options;
        }
        catch (ParameterException exception)
        {
            YamlEntry? entry = map.Entries.FirstOrDefault(one => exception.Key.Split('.')[0] == one.Key);
            throw (entry?.Source ?? data.Source).Error(exception.Message);
        }
    }

    /// <summary>Writes a description in one line; the name of another set.</summary>
    public static string Write(Experiment experiment)
    {
        if (experiment.DataOptions.Length == 0)
            return experiment.Data;
        List<string> items = [];
        foreach (OwnDataKey key in OwnDataKeys.All)
        {
            if (experiment.DataOptions.FirstOrDefault(option => option.Name == key.Name) is { } option)
                items.Add($"{key.Name}: {Value(key, option)}");
            string prefix = key.Name + ".";
            string[] parts =
            [
                .. experiment.DataOptions.Where(one => one.Name.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(one => $"{one.Name[prefix.Length..]}: {Texts(one)}"),
            ];
            if (parts.Length > 0)
                items.Add($"{key.Name}: {{{string.Join(", ", parts)}}}");
        }

        return $"{{{string.Join(", ", items)}}}";
    }

    /// <summary>Schema of a description.</summary>
    public static JsonObject Schema()
    {
        JsonObject properties = [];
        foreach (OwnDataKey key in OwnDataKeys.All)
            properties[key.Name] = Described(Schema(key), key.Summary);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static IEnumerable<PlanOption> Values(YamlEntry entry)
    {
        ExperimentKeys.Check(entry, "data.", [.. OwnDataKeys.All.Select(one => one.Name)]);
        OwnDataKey key = OwnDataKeys.Find(entry.Key)!;
        if (key.Kind != OwnDataKind.Split || entry.Value is not YamlMap files)
            return [new PlanOption(key.Name, Values(entry with { Key = $"data.{key.Name}" }, key))];
        List<PlanOption> parts = [];
        foreach (YamlEntry part in files.Entries)
        {
            ExperimentKeys.Check(part, $"data.{key.Name}.", OwnDataKeys.OfSplit);
            string name = $"{key.Name}.{part.Key}";
            parts.Add(new PlanOption(name, Texts(part with { Key = $"data.{name}" }, OwnDataKeys.Find(part.Key)!)));
        }

        return parts.Count > 0 ? parts : throw Invalid(entry with { Key = $"data.{key.Name}" }, entry.Value, key);
    }

    private static string[] Values(YamlEntry entry, OwnDataKey key) => key.Kind switch
    {
        OwnDataKind.Word => [ValueReader.Word(entry, key.Words)],
        OwnDataKind.Range => Range(entry, key),
        OwnDataKind.Seed => entry.Value is YamlScalar { Text: OwnDataKeys.None }
            ? [OwnDataKeys.None]
            : [ValueReader.Seed(entry, ulong.MaxValue, ", or none").ToString(CultureInfo.InvariantCulture)],
        _ => Texts(entry, key),
    };

    private static string[] Texts(YamlEntry entry, OwnDataKey key)
    {
        IReadOnlyList<YamlNode> items = entry.Value is YamlList list ? list.Items : [entry.Value];
        if (items.Count == 0)
            throw Invalid(entry, entry.Value, key);
        return
        [
            .. items.Select(item => item is YamlScalar { IsNull: false } text && !text.Text.Contains('\0')
                ? text.Text
                : throw Invalid(entry, item, key)),
        ];
    }

    private static string[] Range(YamlEntry entry, OwnDataKey key)
    {
        double[] numbers = entry.Value is YamlList { Items.Count: 2 } list
            ? [.. list.Items.Select(Number)]
            : throw Invalid(entry, entry.Value, key);
        return numbers[0] < numbers[1]
            ? [.. numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))]
            : throw Invalid(entry, entry.Value, key);

        double Number(YamlNode item) => item is YamlScalar { Quoted: false } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
                ? value
                : throw Invalid(entry, item, key);
    }

    private static InputException Invalid(YamlEntry entry, YamlNode node, OwnDataKey key) =>
        node.Source.Error($"{entry.Key} is {node.Show()}; valid is {key.Valid}.");

    private static string Value(OwnDataKey key, PlanOption option) => key.Kind switch
    {
        OwnDataKind.Texts => Texts(option),
        OwnDataKind.Split when !double.TryParse(option.Values[0], CultureInfo.InvariantCulture, out _) =>
            Texts(option),
        OwnDataKind.Range => YamlText.List(option.Values),
        _ => option.Values[0],
    };

    private static string Texts(PlanOption option) => option.Values.Length == 1
        ? YamlText.Quote(option.Values[0])
        : YamlText.List(option.Values.Select(YamlText.Quote));

    private static JsonObject Schema(OwnDataKey key) => key.Kind switch
    {
        OwnDataKind.Word => Word(key.Words),
        OwnDataKind.Range => Several(new JsonObject { ["type"] = "number" }, 2),
        OwnDataKind.Seed => new JsonObject { ["anyOf"] = new JsonArray(Whole(0), Word([OwnDataKeys.None])) },
        OwnDataKind.Split => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 },
                OneOrList(Text()),
                Files()),
        },
        _ => OneOrList(Text()),
    };

    private static JsonObject Files()
    {
        JsonObject properties = [];
        foreach (string part in OwnDataKeys.OfSplit)
            properties[part] = OneOrList(Text());
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Words([OwnDataKeys.Inputs]),
            ["additionalProperties"] = false,
        };
    }
}
