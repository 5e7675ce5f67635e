using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Description of own data in an experiment file: the key <c>data</c> as a map.</summary>
internal static partial class OwnDataYaml
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
        OwnDataKind.Whole =>
            [ValueReader.Whole(entry, 1, int.MaxValue).ToString(CultureInfo.InvariantCulture)],
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
}
