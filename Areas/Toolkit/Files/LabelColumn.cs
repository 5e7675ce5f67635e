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

/// <summary>Collects the labels of rows.</summary>
internal sealed class LabelCollector
{
    private readonly List<int> _codes = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _seen;
    private readonly Dictionary<string, int> _written = [];

    /// <summary>Makes an empty one.</summary>
    public LabelCollector() => _seen = _written.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the label of the next row.</summary>
    /// <param name="text">It, as written.</param>
    public void Add(ReadOnlySpan<char> text)
    {
        if (!_seen.TryGetValue(text, out int code))
            _seen[text] = code = PlaceOf(LabelColumn.NameOf(text));
        _codes.Add(code);
    }

    /// <summary>All labels so far.</summary>
    public LabelColumn Collected() => new([.. _codes], _names);

    // Two spellings may be one name.
    private int PlaceOf(string name)
    {
        if (_places.TryGetValue(name, out int place))
            return place;
        _places.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }
}
