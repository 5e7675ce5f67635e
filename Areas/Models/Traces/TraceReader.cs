using System.IO.Compression;
using System.Text.Json;

namespace PalActors.Areas.Models.Traces;

/// <summary>Reads single values of a trace strictly, each refused by its key.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="format">Format of the trace, for messages.</param>
internal abstract class TraceReader(string path, string format)
{
    /// <summary>Sizes of the network, for messages; empty where they are not known yet.</summary>
    protected string Sizes { get; set; } = "";

    /// <summary>Reads the JSON document of a file, plain or gzip-compressed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads its root.</param>
    public static TTrace Read<TTrace>(string path, Func<JsonElement, TTrace> read)
    {
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
            using JsonDocument document = JsonDocument.Parse(stream);
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new TraceFormatException(
                $"{path}: not a complete JSON document (line {e.LineNumber + 1}, byte {e.BytePositionInLine}); "
                + "valid is a golden trace, plain or gzip-compressed.");
        }
        catch (InvalidDataException e)
        {
            throw new TraceFormatException(
                $"{path}: not a readable gzip file ({e.Message}); "
                + "valid is a golden trace, plain or gzip-compressed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TraceFormatException($"{path}: cannot be read ({e.Message}).");
        }
    }

    protected double[] Vector(JsonElement element, string key, int length)
    {
        double[] values = new double[length];
        int i = 0;
        foreach (JsonElement entry in Array(element, key, length))
        {
            if (entry.ValueKind != JsonValueKind.Number
                || !entry.TryGetDouble(out double value)
                || !double.IsFinite(value))
            {
                throw Error($"{key}[{i}]", Shown(entry), "a finite number");
            }

            values[i++] = value;
        }

        return values;
    }

    protected JsonElement.ArrayEnumerator Array(JsonElement element, string key, int? length)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Error(key, Shown(element), "a list");
        if (length is { } expected && element.GetArrayLength() != expected)
        {
            throw Error(
                key,
                $"a list of {element.GetArrayLength()}",
                $"a list of {expected}{Sizes}");
        }

        return element.EnumerateArray();
    }

    protected JsonElement Get(JsonElement parent, string name, string key)
    {
        if (parent.ValueKind != JsonValueKind.Object)
            throw Error(key, Shown(parent), "inside an object");
        return parent.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new TraceFormatException($"{path}: {key} is missing; a trace of format {format} must have it.");
    }

    protected bool Flag(JsonElement parent, string name, string key)
    {
        JsonElement element = Get(parent, name, $"{key}.{name}");
        return element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? element.GetBoolean()
            : throw Error($"{key}.{name}", Shown(element), "true or false");
    }

    protected string Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Error(key, Shown(element), "a text");

    protected int Whole(JsonElement element, string key, int minimum) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) && value >= minimum
            ? value
            : throw Error(key, Shown(element), $"a whole number, {minimum} or more");

    protected string Scalar(JsonElement element, string key) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Error(key, Shown(element), "a number, a text, true or false"),
    };

    protected static string Shown(JsonElement element)
    {
        string text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : text[..40] + "...";
    }

    protected TraceFormatException Error(string key, string value, string valid) =>
        new($"{path}: {key} is {value}; valid is {valid}.");
}
