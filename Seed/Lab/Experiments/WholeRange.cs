using System.Globalization;

namespace PalActors.Lab.Experiments;

/// <summary>Ranges in lists of whole numbers: <c>1-10</c> stands for all numbers from 1 to 10.</summary>
internal static class WholeRange
{
    /// <summary>The most numbers of one range where each is written out.</summary>
    public const int Most = 10_000;

    /// <summary>The ends of a range, or twice a single number.</summary>
    /// <param name="node">The value.</param>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last one, not below the first.</param>
    /// <returns>True if it is a number or a range.</returns>
    public static bool TryParse(YamlNode node, out ulong first, out ulong last)
    {
        (first, last) = (0, 0);
        string[] ends = node is YamlScalar { Quoted: false } scalar ? scalar.Text.Split('-') : [];
        return ends.Length is 1 or 2 && Number(ends[0], out first) && Number(ends[^1], out last) && first <= last;
    }

    /// <summary>The items of a list, or a single value, with every range written out.</summary>
    /// <param name="entry">The key and its value.</param>
    /// <exception cref="InputException">A range is too long.</exception>
    public static IReadOnlyList<YamlNode> Items(YamlEntry entry)
    {
        List<YamlNode> items = [];
        foreach (YamlNode node in entry.Value is YamlList list ? list.Items : [entry.Value])
        {
            bool range = node is YamlScalar scalar && scalar.Text.Contains('-');
            if (!range || !TryParse(node, out ulong first, out ulong last))
            {
                items.Add(node);
                continue;
            }

            if (last - first >= Most || items.Count + (int)(last - first) >= Most)
                throw node.Source.Error($"{entry.Key} holds the range {node.Show()}; valid are up to {Most} numbers.");
            for (ulong i = 0; i <= last - first; i++)
                items.Add(new YamlScalar(node.Source, (first + i).ToString(CultureInfo.InvariantCulture), false));
        }

        return items;
    }

    private static bool Number(string text, out ulong number) =>
        ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
