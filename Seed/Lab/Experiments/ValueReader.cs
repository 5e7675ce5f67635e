using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads typed values from entries; an error names key, value and what is valid.</summary>
internal static partial class ValueReader
{
    /// <summary>A line of text.</summary>
    public static string Text(YamlEntry entry) => entry.Value is YamlScalar { IsNull: false } scalar
        ? scalar.Text
        : throw Invalid(entry, entry.Value, "a line of text");

    /// <summary>One of a list of words.</summary>
    public static string Word(YamlEntry entry, IReadOnlyList<string> valid) => Word(entry, entry.Value, valid);

    /// <summary>One or more different words of a list.</summary>
    public static string[] Words(YamlEntry entry, IReadOnlyList<string> valid) =>
        Several(entry, item => Word(entry, item, valid));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool Flag(YamlEntry entry) => Word(entry, ["true", "false"]) == "true";

    /// <summary>The values of a parameter, as text.</summary>
    /// <remarks>
    /// Their meaning is checked where they are bound; here only that they are single values or a list of them, and that
    /// nothing quoted stands for a number.
    /// </remarks>
    public static PlanOption Parameter(YamlEntry entry, ParameterDescriptor descriptor)
    {
        return entry.Value is YamlMap map && descriptor.Varies
            ? Varying(map)
            : new PlanOption(entry.Key, Values(entry.Value));

        string[] Values(YamlNode node) => node switch
        {
            YamlScalar scalar => [Single(scalar)],
            YamlList list => [.. list.Items.Select(Single)],
            _ => throw Invalid(entry, node, descriptor.Valid),
        };

        PlanOption Varying(YamlMap map)
        {
            SortedDictionary<int, string[]> values = [];
            foreach (YamlEntry item in map.Entries)
            {
                YamlScalar epoch = new(item.Source, item.Key, Quoted: false);
                YamlEntry named = entry with { Key = $"an epoch of {entry.Key}", Value = epoch };
                if (!values.TryAdd((int)Whole(named, 0, ExperimentKeys.MostEpochs), Values(item.Value)))
                    throw item.Source.Error($"{entry.Key} holds epoch {item.Key} twice; valid are different epochs.");
            }

            return values.TryGetValue(0, out string[]? first)
                ? new PlanOption(entry.Key, first)
                {
                    Later = [.. values.Skip(1).Select(later => new EpochValues(later.Key, later.Value))],
                }
                : throw entry.Source.Error(
                    $"{entry.Key} is {map.Show()}; valid are values by epoch, one of them of epoch 0.");
        }

        string Single(YamlNode node) =>
            node is YamlScalar { IsNull: false } scalar && (!scalar.Quoted || IsText(descriptor, scalar.Text))
                ? scalar.Text
                : throw Invalid(entry, node, descriptor.Valid);
    }

    // A time with its unit is text like a word, quoted or not.
    private static bool IsText(ParameterDescriptor descriptor, string text) =>
        descriptor.Kind == ParameterKind.Word || (descriptor.Kind == ParameterKind.Ticks && TickText.HasUnit(text));

    private static string Word(YamlEntry entry, YamlNode node, IReadOnlyList<string> valid) =>
        node is YamlScalar scalar && valid.Contains(scalar.Text)
            ? scalar.Text
            : throw Invalid(entry, node, $"one of {string.Join(", ", valid)}{Near(node, valid)}");

    private static string Near(YamlNode node, IReadOnlyList<string> valid) =>
        node is YamlScalar { Text.Length: > 0 } scalar && NearestKey.Guess(scalar.Text, [.. valid]) is { } nearest
            ? $"; the nearest is '{nearest}'"
            : "";

    private static T[] Several<T>(YamlEntry entry, Func<YamlNode, T> read)
        where T : notnull
    {
        IReadOnlyList<YamlNode> items = entry.Value is YamlList list ? list.Items : [entry.Value];
        if (items.Count == 0)
            throw Invalid(entry, entry.Value, "at least one value");
        HashSet<T> seen = [];
        foreach (YamlNode item in items)
        {
            if (!seen.Add(read(item)))
                throw item.Source.Error($"{entry.Key} holds {item.Show()} twice; valid are different values.");
        }

        return [.. items.Select(read)];
    }

    private static InputException Invalid(YamlEntry entry, YamlNode node, string valid) =>
        node.Source.Error($"{entry.Key} is {node.Show()}; valid is {valid}.");
}
