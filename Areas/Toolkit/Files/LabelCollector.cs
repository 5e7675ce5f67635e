namespace PalActors.Areas.Toolkit.Files;

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
