using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PalActors.Lab.Experiments;

/// <content>Nodes, from the parser's events.</content>
internal sealed partial class YamlReader
{
    private YamlNode Node(int depth)
    {
        ParsingEvent current = _parser.Current!;
        Source source = At(current.Start);
        if (depth > DeepestNesting)
            throw source.Error($"nested more than {DeepestNesting} levels deep; an experiment needs 3.");
        if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw source.Error(
                "anchors (&) and aliases (*) are not used in experiment files; write the value out.");
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
            throw source.Error("tags (!) are not used in experiment files; write the plain value.");
        return current switch
        {
            Scalar scalar => new YamlScalar(source, scalar.Value, scalar.Style != ScalarStyle.Plain)
            {
                Span = Span(scalar.Start, scalar.End),
            },
            SequenceStart list => List(source, depth, list),
            MappingStart map => Map(source, depth, map),
            _ => throw source.Error("not valid YAML."),
        };
    }

    private YamlList List(Source source, int depth, SequenceStart start)
    {
        List<YamlNode> items = [];
        while (Next() && _parser.Current is not SequenceEnd)
            items.Add(Node(depth + 1));
        Range span = start.Style == SequenceStyle.Flow || items.Count == 0
            ? Flow(start.Start)
            : (int)start.Start.Index..items[^1].Span.End;
        return new YamlList(source, items) { Span = span };
    }

    private YamlMap Map(Source source, int depth, MappingStart start)
    {
        Dictionary<string, Source> seen = [];
        List<YamlEntry> entries = [];
        while (Next() && _parser.Current is not MappingEnd)
        {
            Source where = At(_parser.Current!.Start);
            string key = Node(depth + 1) is YamlScalar scalar
                ? scalar.Text
                : throw where.Error("a key must be a plain word.");
            if (!seen.TryAdd(key, where))
            {
                string first = seen[key].Line > 0 ? $", first in line {seen[key].Line}" : "";
                throw where.Error($"{key} is given twice{first}; valid is each key once.");
            }

            Next();
            entries.Add(new YamlEntry(key, where, Node(depth + 1)));
        }

        Range span = start.Style == MappingStyle.Flow || entries.Count == 0
            ? Flow(start.Start)
            : (int)start.Start.Index..entries[^1].Value.Span.End;
        return new YamlMap(source, entries) { Span = span };
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
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException
            or FormatException or IndexOutOfRangeException)
        {
            // The scanner fails like this on some malformed text, for instance on a list that is never closed.
            throw At(_parser.Current?.End ?? Mark.Empty)
                .Error("not valid YAML from here on: is a bracket or a quote left open?");
        }
    }

    // The parser leaves the closing bracket out.
    private Range Flow(Mark start) => (int)start.Index..((int)_parser.Current!.Start.Index + 1);

    private static Range Span(Mark start, Mark end) => (int)start.Index..(int)end.Index;

    private Source At(Mark mark) => new(_name, _lines ? mark.Line : 0);
}
