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

    /// <summary>The value of an option, or the list of its values.</summary>
    public static string Values(PlanOption option) => option.Values.Length == 1
        ? RealText.ForYaml(option.Values[0])
        : List(option.Values.Select(RealText.ForYaml));

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
