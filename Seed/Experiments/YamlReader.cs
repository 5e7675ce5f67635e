using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PalActors.Seed.Experiments;

/// <summary>
/// Reads the plain part of YAML: scalars, lists and maps. What could hide a mistake is refused: duplicate keys, tags, anchors, aliases, more
/// than one document. It walks the parser's events, since binding by reflection costs start-up time and loses line numbers.
/// </summary>
public sealed class YamlReader
{
    private const int DeepestNesting = 16;

    private readonly Parser _parser;
    private readonly string _name;
    private readonly bool _lines;

    private YamlReader(string text, string name, bool lines)
    {
        _parser = new Parser(new StringReader(text));
        _name = name;
        _lines = lines;
    }

    /// <summary>Reads a file that must hold a map.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static YamlMap ReadFile(string path)
    {
        return Read(Text(path), path) switch
        {
            YamlMap map => map,
            null => throw new InputException($"{path}: the file is empty; an experiment file holds lines 'key: value'."),
            YamlNode other => throw other.Source.Error("not an experiment; an experiment file holds lines 'key: value'."),
        };
    }

    /// <summary>Reads one document, or null if there is none.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">Where it comes from, for error messages.</param>
    /// <param name="lines">Whether line numbers mean anything there.</param>
    /// <exception cref="InputException">It is not valid.</exception>
    public static YamlNode? Read(string text, string name, bool lines = true) => new YamlReader(text, name, lines).Document();

    // The reader knows byte order marks; without one a text is UTF-8, and what is none is refused, not replaced.
    private static string Text(string path)
    {
        MemoryStream bytes = new(SmallFile.Read(path, "an experiment file"));
        using StreamReader reader = new(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{path}: not a text in UTF-8; valid is UTF-8, or UTF-16 with a byte order mark.");
        }
    }

    private YamlNode? Document()
    {
        YamlNode? root = null;
        while (Next())
        {
            if (_parser.Current is not DocumentStart start)
                continue;
            if (root is not null)
                throw At(start.Start).Error("a second document begins here; valid is one experiment a file.");
            Next();
            root = Node(0);
        }

        return root is YamlScalar { Quoted: false, Text: "" } ? null : root;
    }

    private YamlNode Node(int depth)
    {
        ParsingEvent current = _parser.Current!;
        Source source = At(current.Start);
        if (depth > DeepestNesting)
            throw source.Error($"nested more than {DeepestNesting} levels deep; an experiment needs 3.");
        if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw source.Error("anchors (&) and aliases (*) are not used in experiment files; write the value out.");
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw source.Error("tags (!) are not used in experiment files; write the plain value.");
        return current switch
        {
            Scalar scalar => new YamlScalar(source, scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => List(source, depth),
            MappingStart => Map(source, depth),
            _ => throw source.Error("not valid YAML."),
        };
    }

    private YamlList List(Source source, int depth)
    {
        List<YamlNode> items = [];
        while (Next() && _parser.Current is not SequenceEnd)
            items.Add(Node(depth + 1));
        return new YamlList(source, items);
    }

    private YamlMap Map(Source source, int depth)
    {
        Dictionary<string, Source> seen = [];
        List<YamlEntry> entries = [];
        while (Next() && _parser.Current is not MappingEnd)
        {
            Source where = At(_parser.Current!.Start);
            string key = Node(depth + 1) is YamlScalar scalar ? scalar.Text : throw where.Error("a key must be a plain word.");
            if (!seen.TryAdd(key, where))
                throw where.Error($"{key} is given twice{(seen[key].Line > 0 ? $", first in line {seen[key].Line}" : "")}; valid is each key once.");
            Next();
            entries.Add(new YamlEntry(key, where, Node(depth + 1)));
        }

        return new YamlMap(source, entries);
    }

    private bool Next()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException exception)
        {
            throw At(exception.Start).Error($"not valid YAML: {exception.Message.TrimEnd('.')}.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The scanner gives up this way on some malformed text, for instance on a list that is never closed.
            throw At(_parser.Current?.End ?? Mark.Empty).Error("not valid YAML from here on: is a bracket or a quote left open?");
        }
    }

    private Source At(Mark mark) => new(_name, _lines ? mark.Line : 0);
}
