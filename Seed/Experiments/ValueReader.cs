using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>Reads typed values from entries; an error names key, value and what is valid.</summary>
public static class ValueReader
{
    /// <summary>A line of text.</summary>
    public static string Text(YamlEntry entry) => entry.Value is YamlScalar { IsNull: false } scalar
        ? scalar.Text
        : throw Invalid(entry, entry.Value, "a line of text");

    /// <summary>One of a list of words.</summary>
    public static string Word(YamlEntry entry, IReadOnlyList<string> valid) => Word(entry, entry.Value, valid);

    /// <summary>One or more different words of a list.</summary>
    public static string[] Words(YamlEntry entry, IReadOnlyList<string> valid) => Several(entry, item => Word(entry, item, valid));

    /// <summary>A whole number.</summary>
    public static long Whole(YamlEntry entry, long least, long most) => Whole(entry, entry.Value, least, most);

    /// <summary>A finite real number.</summary>
    public static double Real(YamlEntry entry, double least) =>
        entry.Value is YamlScalar { Quoted: false } scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value) && value >= least
            ? value
            : throw Invalid(entry, entry.Value, $"a finite number, {least.ToString(CultureInfo.InvariantCulture)} or more");

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool Flag(YamlEntry entry) => Word(entry, ["true", "false"]) == "true";

    /// <summary>Sizes of areas.</summary>
    public static int[] Sizes(YamlEntry entry)
    {
        if (entry.Value is not YamlList list)
            throw Invalid(entry, entry.Value, "a list with the size of each area, input first");
        int[] sizes = new int[list.Items.Count];
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = (int)Whole(entry with { Key = $"{entry.Key}[{i}]", Source = list.Items[i].Source }, list.Items[i], 1, int.MaxValue);
        return sizes;
    }

    /// <summary>One or more different seeds; <c>1-10</c> stands for ten.</summary>
    /// <param name="entry">The key and its value.</param>
    /// <param name="most">The largest valid seed.</param>
    /// <param name="why">Why none is larger, in brackets behind what is valid; or empty.</param>
    public static ulong[] Seeds(YamlEntry entry, ulong most, string why = "")
    {
        IReadOnlyList<YamlNode> items = WholeRange.Items(entry);
        YamlEntry numbers = entry with { Value = new YamlList(entry.Value.Source, items) };
        return Several(numbers, item => Seed(entry, item, most, $"{why}, or a range such as 1-10"));
    }

    /// <summary>A seed.</summary>
    /// <param name="entry">The key and its value.</param>
    /// <param name="most">The largest valid seed.</param>
    /// <param name="why">Why none is larger, in brackets behind what is valid; or empty.</param>
    public static ulong Seed(YamlEntry entry, ulong most, string why = "") => Seed(entry, entry.Value, most, why);

    /// <summary>The values of a parameter, as text.</summary>
    /// <remarks>
    /// Their meaning is checked where they are bound; here only that they are single values or a list of them, and that
    /// nothing quoted stands for a number.
    /// </remarks>
    public static PlanOption Parameter(YamlEntry entry, ParameterDescriptor descriptor)
    {
        return entry.Value switch
        {
            YamlScalar scalar => new PlanOption(entry.Key, [Single(scalar)]),
            YamlList list => new PlanOption(entry.Key, [.. list.Items.Select(Single)]),
            _ => throw Invalid(entry, entry.Value, descriptor.Valid),
        };

        string Single(YamlNode node) => node is YamlScalar { IsNull: false } scalar && (!scalar.Quoted || IsText(descriptor, scalar.Text))
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
            ? $"; the nearest is '{nearest}'" : "";

    private static long Whole(YamlEntry entry, YamlNode node, long least, long most) =>
        node is YamlScalar { Quoted: false } scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
        && value >= least && value <= most
            ? value
            : throw Invalid(entry, node, most >= int.MaxValue ? $"a whole number, {least} or more" : $"a whole number from {least} to {most}");

    private static ulong Seed(YamlEntry entry, YamlNode node, ulong most, string why) =>
        node is YamlScalar { Quoted: false } scalar && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value <= most
            ? value
            : throw Invalid(entry, node, $"a whole number from 0 to {most}{why}");

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
