using System.Globalization;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>A label for each row: a number that stands for its name.</summary>
/// <param name="Codes">Of each row, the place of its name.</param>
/// <param name="Names">The names, in the order of their coming.</param>
internal sealed record LabelColumn(int[] Codes, IReadOnlyList<string> Names)
{
    /// <summary>Joins the labels of several files.</summary>
    public static LabelColumn Join(IReadOnlyList<LabelColumn> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        List<string> names = [.. parts.SelectMany(part => part.Names).Distinct()];
        return new LabelColumn(
            [.. parts.SelectMany(part => part.Codes.Select(code => names.IndexOf(part.Names[code])))], names);
    }

    /// <summary>Name by which a label is compared: whole numbers without a point, texts without outer blanks.</summary>
    public static string NameOf(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> plain = text.Trim();
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && NameOf(number) is { } name
                ? name
                : plain.ToString();
    }

    /// <summary>Name of a label that is a number; null if it is not a whole one.</summary>
    public static string? NameOf(double number) => double.IsInteger(number) && Math.Abs(number) < 1L << 53
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : null;
}
