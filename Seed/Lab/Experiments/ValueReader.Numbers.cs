using System.Globalization;
using System.Numerics;

namespace PalActors.Lab.Experiments;

/// <content>Numbers.</content>
internal static partial class ValueReader
{
    /// <summary>A whole number.</summary>
    public static long Whole(YamlEntry entry, long least, long most) => Whole(entry, entry.Value, least, most);

    /// <summary>A finite real number.</summary>
    public static double Real(YamlEntry entry, double least) =>
        entry.Value is YamlScalar { Quoted: false } scalar
        && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
        && value >= least
            ? value
            : throw Invalid(
                entry, entry.Value, $"a finite number, {least.ToString(CultureInfo.InvariantCulture)} or more");

    /// <summary>Sizes of areas.</summary>
    public static int[] Sizes(YamlEntry entry)
    {
        if (entry.Value is not YamlList list)
            throw Invalid(entry, entry.Value, "a list with the size of each area, input first");
        int[] sizes = new int[list.Items.Count];
        for (int i = 0; i < sizes.Length; i++)
        {
            YamlNode item = list.Items[i];
            YamlEntry named = entry with { Key = $"{entry.Key}[{i}]", Source = item.Source };
            sizes[i] = (int)Whole(named, item, 1, int.MaxValue);
        }

        return sizes;
    }

    /// <summary>One or more different seeds; <c>1-10</c> stands for ten.</summary>
    /// <param name="entry">The key and its value.</param>
    /// <param name="most">The largest valid seed.</param>
    /// <param name="why">Reason why none is larger, in brackets; or empty.</param>
    public static ulong[] Seeds(YamlEntry entry, ulong most, string why = "")
    {
        IReadOnlyList<YamlNode> items = WholeRange.Items(entry);
        YamlEntry numbers = entry with { Value = new YamlList(entry.Value.Source, items) };
        return Several(numbers, item => Seed(entry, item, most, $"{why}, or a range such as 1-10"));
    }

    /// <summary>A seed.</summary>
    /// <param name="entry">The key and its value.</param>
    /// <param name="most">The largest valid seed.</param>
    /// <param name="why">Reason why none is larger, in brackets; or empty.</param>
    public static ulong Seed(YamlEntry entry, ulong most, string why = "") => Seed(entry, entry.Value, most, why);

    /// <summary>Whole numbers, one or a list.</summary>
    public static int[] Wholes(YamlEntry entry, int least, int most) =>
        Several(entry, node => (int)Whole(entry, node, least, most));

    private static long Whole(YamlEntry entry, YamlNode node, long least, long most)
    {
        if (node is YamlScalar { Quoted: false } scalar
            && long.TryParse(
                scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= least
            && value <= most)
            return value;
        bool isAbove = node is YamlScalar { Quoted: false } given
            && BigInteger.TryParse(
                given.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger large)
            && large > most;
        string range = most >= int.MaxValue && !isAbove ? $", {least} or more" : $" from {least} to {most}";
        throw Invalid(entry, node, $"a whole number{range}");
    }

    private static ulong Seed(YamlEntry entry, YamlNode node, ulong most, string why) =>
        node is YamlScalar { Quoted: false } scalar
        && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
        && value <= most
            ? value
            : throw Invalid(entry, node, $"a whole number from 0 to {most}{why}");
}
