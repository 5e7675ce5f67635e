namespace PalActors.Lab.Experiments;

/// <summary>Puts values into the text of an experiment; all else in it stays, comments too.</summary>
internal static class ExperimentEdit
{
    /// <summary>The text with a value in place.</summary>
    /// <param name="text">An experiment with line ends of one character.</param>
    /// <param name="name">Its name, for error messages.</param>
    /// <param name="change">The value.</param>
    /// <exception cref="InputException">The text or the value is not YAML, or the key is none.</exception>
    public static string Apply(string text, string name, Override change)
    {
        YamlMap before = YamlReader.ReadText(text, name);
        List<(Range Place, string Text)> edits = [];
        Compare(text, before, Override.Apply(before, [change]), edits);

        // From the last one, so that places before it stay what they are.
        foreach ((Range place, string value) in edits.OrderByDescending(edit => edit.Place.Start.Value))
            text = Replace(text, place, value);
        return text;
    }

    /// <summary>A value in one line.</summary>
    public static string Line(YamlNode node) => node switch
    {
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(Line))}}}",
        YamlList list => YamlText.List(list.Items.Select(Line)),
        YamlScalar scalar => IsPlain(scalar) ? scalar.Text : YamlText.Quote(scalar.Text),
        _ => throw new ArgumentException("There is no other kind of node.", nameof(node)),
    };

    // What an override has left alone is the same object; what it reaches into has the same source.
    private static void Compare(string text, YamlNode old, YamlNode changed, List<(Range, string)> edits)
    {
        bool isSame = old.Source == changed.Source;
        if (ReferenceEquals(old, changed))
            return;
        if (isSame && (old, changed) is (YamlMap map, YamlMap changedMap))
        {
            foreach (YamlEntry entry in changedMap.Entries)
            {
                if (map.Entries.FirstOrDefault(one => one.Key == entry.Key) is { } found)
                    Compare(text, found.Value, entry.Value, edits);
                else
                    edits.Add(Insertion(text, map, Line(entry)));
            }
        }
        else if (isSame && (old, changed) is (YamlList list, YamlList changedList)
            && list.Items.Count == changedList.Items.Count)
        {
            for (int i = 0; i < list.Items.Count; i++)
                Compare(text, list.Items[i], changedList.Items[i], edits);
        }
        else
        {
            edits.Add((Trimmed(text, old.Span), Line(changed)));
        }
    }

    private static (Range Place, string Text) Insertion(string text, YamlMap map, string line)
    {
        int start = map.Span.Start.Value, end = Trimmed(text, map.Span).End.Value;
        if (text[start] == '{')
            return map.Entries.Count > 0 ? (Last(map), $", {line}") : ((start + 1)..(start + 1), line);
        int column = start - (text.LastIndexOf('\n', start) + 1);
        if (column == 0)
            return (text.Length..text.Length, $"{(text.EndsWith('\n') ? "" : "\n")}{line}\n");
        int next = text.IndexOf('\n', end);
        int at = next < 0 ? text.Length : next;
        return (at..at, $"\n{new string(' ', column)}{line}");

        Range Last(YamlMap of)
        {
            int last = Trimmed(text, of.Entries[^1].Value.Span).End.Value;
            return last..last;
        }
    }

    // A comment behind a value stays in its column, as far as there is room; that behind the last line of a block goes
    // with the block.
    private static string Replace(string text, Range place, string value)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        int end = start + length, comment = end;
        while (comment < text.Length && text[comment] == ' ')
            comment++;
        string space = start > 0 && text[start - 1] == ':' ? " " : "";
        string before = text[..start] + space + value;
        if (length == 0 || comment == end || comment == text.Length || text[comment] != '#')
            return before + text[end..];
        if (!text.AsSpan(start, length).Contains('\n'))
            return before + new string(' ', Math.Max(1, comment - start - value.Length)) + text[comment..];
        int line = text.IndexOf('\n', comment);
        return before + (line < 0 ? "" : text[line..]);
    }

    // A folded text ends with its line.
    private static Range Trimmed(string text, Range span)
    {
        int start = span.Start.Value, end = span.End.Value;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start..end;
    }

    private static string Line(YamlEntry entry) =>
        $"{Line(new YamlScalar(entry.Source, entry.Key, false))}: {Line(entry.Value)}";

    private static bool IsPlain(YamlScalar scalar) =>
        !scalar.Quoted && scalar.Text.Length > 0 && !scalar.Text.AsSpan().ContainsAny(",[]{}#:\"'\n");
}
