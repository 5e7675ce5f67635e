using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PalActors.Lab.Experiments;

/// <summary>Reads a JSON object as the nodes of an experiment file, so that the same checks apply to it.</summary>
/// <remarks>Of a key that occurs more than once the last value counts, as in Python; the caller gets them.</remarks>
internal static class JsonText
{
    private const int DeepestNesting = 8;
    private const double LargestWhole = 1e15;

    /// <summary>Reads a file that must hold an object.</summary>
    /// <param name="path">The file.</param>
    /// <param name="repeated">Receives each key that occurs more than once, with its last place.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static YamlMap ReadFile(string path, ICollection<YamlEntry> repeated)
    {
        byte[] bytes = SmallFile.Read(path, "a parameter file");
        int start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        JsonReaderOptions options = new() { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = DeepestNesting };
        Utf8JsonReader reader = new(bytes.AsSpan(start), options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new InputException(
                    $"{path}: not a parameter file; valid is a JSON object {{\"key\": value, ...}}.");
            }

            YamlMap map = Map(ref reader, path, bytes.AsSpan(start), repeated);
            // The reader itself refuses anything after the object.
            reader.Read();
            return map;
        }
        catch (JsonException exception)
        {
            throw JsonFault.Of(path, bytes.AsSpan(start), exception);
        }
    }

    private static YamlMap Map(
        ref Utf8JsonReader reader, string path, ReadOnlySpan<byte> bytes, ICollection<YamlEntry> repeated)
    {
        Source source = At(ref reader, path, bytes);
        List<YamlEntry> entries = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            Source where = At(ref reader, path, bytes);
            reader.Read();
            YamlEntry entry = new(key, where, Node(ref reader, path, bytes, repeated));
            int earlier = entries.FindIndex(e => e.Key == key);
            if (earlier >= 0)
            {
                repeated.Add(entry);
                entries.RemoveAt(earlier);
            }

            entries.Add(entry);
        }

        return new YamlMap(source, entries);
    }

    private static YamlNode Node(
        ref Utf8JsonReader reader, string path, ReadOnlySpan<byte> bytes, ICollection<YamlEntry> repeated)
    {
        Source source = At(ref reader, path, bytes);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Map(ref reader, path, bytes, repeated);
            case JsonTokenType.StartArray:
                List<YamlNode> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Node(ref reader, path, bytes, repeated));
                return new YamlList(source, items);
            case JsonTokenType.String:
                return new YamlScalar(source, reader.GetString()!, true);
            case JsonTokenType.Number:
                return new YamlScalar(source, Whole(Encoding.UTF8.GetString(reader.ValueSpan)), false);
            default:
                return new YamlScalar(source, Encoding.UTF8.GetString(reader.ValueSpan), false);
        }
    }

    // 1e2 and 100.0 are whole numbers to Python wherever it needs one.
    private static string Whole(string number) =>
        number.AsSpan().ContainsAny(".eE")
        && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && Math.Abs(value) < LargestWhole
        && value == Math.Floor(value)
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : number;

    private static Source At(ref Utf8JsonReader reader, string path, ReadOnlySpan<byte> bytes) =>
        new(path, bytes[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1);
}
