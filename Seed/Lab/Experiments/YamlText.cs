using System.Globalization;
using System.Text;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Values as YAML in one line.</summary>
internal static class YamlText
{
    /// <summary>A number.</summary>
    public static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A list.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>A single item, or the list of several.</summary>
    public static string OneOrList(IReadOnlyList<string> items) => items.Count == 1 ? items[0] : List(items);

    /// <summary>Ascending numbers, those that follow each other as ranges.</summary>
    public static string[] Ranges(int[] numbers)
    {
        List<string> ranges = [];
        for (int i = 0; i < numbers.Length;)
        {
            int first = i;
            while (++i < numbers.Length && numbers[i] == numbers[i - 1] + 1)
            {
            }

            ranges.Add(i - first == 1 ? Number(numbers[first]) : $"{Number(numbers[first])}-{Number(numbers[i - 1])}");
        }

        return [.. ranges];
    }

    /// <summary>The value of an option, or the list of its values; of one that varies, by epoch.</summary>
    public static string Values(PlanOption option)
    {
        if (option.Later.Length == 0)
            return Values(option.Values);
        IEnumerable<string> items = option.Later.Select(later => $"{Number(later.Epoch)}: {Values(later.Values)}");
        return $"{{{string.Join(", ", items.Prepend($"0: {Values(option.Values)}"))}}}";
    }

    private static string Values(string[] values) => OneOrList([.. values.Select(RealText.ForYaml)]);

    /// <summary>A text in double quotes.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
