using System.Text.Json;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <content>Reads single JSON values, each refused by its key.</content>
internal sealed partial class GoldenTraceReader
{
    private double[] Vector(JsonElement element, string key, int length)
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

    private JsonElement.ArrayEnumerator Array(JsonElement element, string key, int? length)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Error(key, Shown(element), "a list");
        if (length is { } expected && element.GetArrayLength() != expected)
        {
            throw Error(
                key,
                $"a list of {element.GetArrayLength()}",
                $"a list of {expected} (layers are {string.Join(", ", _layers)})");
        }

        return element.EnumerateArray();
    }

    private JsonElement Get(JsonElement parent, string name, string key)
    {
        if (parent.ValueKind != JsonValueKind.Object)
            throw Error(key, Shown(parent), "inside an object");
        return parent.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new TraceFormatException($"{_path}: {key} is missing; a golden trace must have it.");
    }

    private bool Flag(JsonElement parent, string name, string key)
    {
        JsonElement element = Get(parent, name, $"{key}.{name}");
        return element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? element.GetBoolean()
            : throw Error($"{key}.{name}", Shown(element), "true or false");
    }

    private string Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Error(key, Shown(element), "a text");

    private int Whole(JsonElement element, string key, int minimum) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) && value >= minimum
            ? value
            : throw Error(key, Shown(element), $"a whole number, {minimum} or more");

    private string Scalar(JsonElement element, string key) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Error(key, Shown(element), "a number, a text, true or false"),
    };

    private static string Shown(JsonElement element)
    {
        string text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : text[..40] + "...";
    }

    private TraceFormatException Error(string key, string value, string valid) =>
        new($"{_path}: {key} is {value}; valid is {valid}.");
}
