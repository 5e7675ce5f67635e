namespace PalActors.Lab.Experiments;

/// <summary>Place of a value: a file and line, or an option of the command line.</summary>
/// <param name="Name">File as the user named it, or the option.</param>
/// <param name="Line">1-based line, or 0 if there is none to tell.</param>
public readonly record struct Source(string Name, long Line)
{
    /// <summary>An error about what is written here.</summary>
    public InputException Error(string message) => new($"{this}: {message}");

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{Name}:{Line}" : Name;
}

/// <summary>A value of an experiment file that remembers where it was written.</summary>
/// <param name="Source">Its place.</param>
internal abstract record YamlNode(Source Source)
{
    /// <summary>Place in the characters of its text; a block ends with the last value in it.</summary>
    public Range Span { get; init; }

    /// <summary>The value as it would be shown in an error message.</summary>
    public abstract string Show();
}

/// <summary>A single value.</summary>
/// <param name="Source">Its place.</param>
/// <param name="Text">Its text.</param>
/// <param name="Quoted">True if it was quoted, so that it is text even if it looks like a number.</param>
internal sealed record YamlScalar(Source Source, string Text, bool Quoted) : YamlNode(Source)
{
    /// <summary>Checks whether no value was given.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Show() => Quoted ? $"\"{Text}\"" : $"'{Text}'";
}

/// <summary>A list.</summary>
/// <param name="Source">Its beginning.</param>
/// <param name="Items">Its items.</param>
internal sealed record YamlList(Source Source, IReadOnlyList<YamlNode> Items) : YamlNode(Source)
{
    /// <inheritdoc/>
    public override string Show()
    {
        IEnumerable<string> items = Items.Select(item => item is YamlScalar scalar ? scalar.Text : item.Show());
        return $"[{string.Join(", ", items)}]";
    }
}

/// <summary>Named values, in the order of the file; no name occurs twice.</summary>
/// <param name="Source">Its beginning.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record YamlMap(Source Source, IReadOnlyList<YamlEntry> Entries) : YamlNode(Source)
{
    /// <inheritdoc/>
    public override string Show() => $"{{{string.Join(", ", Entries.Select(entry => entry.Key))}}}";

    /// <summary>The same map with one entry replaced, or added at the end.</summary>
    public YamlMap With(YamlEntry entry) => this with
    {
        Entries = Entries.Any(e => e.Key == entry.Key)
            ? [.. Entries.Select(e => e.Key == entry.Key ? entry : e)]
            : [.. Entries, entry],
    };
}

/// <summary>A named value.</summary>
/// <param name="Key">The name.</param>
/// <param name="Source">Place of the name.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, Source Source, YamlNode Value);
