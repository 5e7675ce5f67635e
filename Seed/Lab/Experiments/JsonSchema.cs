using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Parameters;

namespace PalActors.Lab.Experiments;

/// <summary>Parts of a JSON schema.</summary>
internal static class JsonSchema
{
    /// <summary>A text.</summary>
    public static JsonObject Text() => new() { ["type"] = "string" };

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    /// <summary>A number.</summary>
    public static JsonObject Real(double least) => new() { ["type"] = "number", ["minimum"] = least };

    /// <summary>A whole number.</summary>
    public static JsonObject Whole(long least) => new() { ["type"] = "integer", ["minimum"] = least };

    /// <summary>A whole number, or all from one to another.</summary>
    public static JsonObject WholeOrRange(long least) => new()
    {
        ["type"] = new JsonArray("integer", "string"),
        ["minimum"] = least,
        ["pattern"] = "^[0-9]+-[0-9]+$",
        ["examples"] = Words(["1-10"]),
    };

    /// <summary>A number of an area, several by a range, or the name of one in a graph.</summary>
    public static JsonObject AreaOrRange(long least) => new()
    {
        ["type"] = new JsonArray("integer", "string"),
        ["minimum"] = least,
        ["pattern"] = "^([0-9]+-[0-9]+|[A-Za-z][A-Za-z0-9_]*)$",
        ["examples"] = Words(["1-3"]),
    };

    /// <summary>One of some words.</summary>
    public static JsonObject Word(IEnumerable<string> words) => new() { ["enum"] = Words(words) };

    /// <summary>Words.</summary>
    public static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];

    /// <summary>A list.</summary>
    /// <param name="item">Schema of its items.</param>
    /// <param name="least">Fewest items.</param>
    public static JsonObject Several(JsonObject item, int least) =>
        new() { ["type"] = "array", ["items"] = item, ["minItems"] = least };

    /// <summary>One value, or a list of them.</summary>
    public static JsonObject OneOrList(JsonObject item) =>
        new() { ["anyOf"] = new JsonArray(item, Several((JsonObject)item.DeepClone(), 1)) };

    /// <summary>A schema with a description.</summary>
    public static JsonObject Described(JsonObject schema, string text)
    {
        schema["description"] = text;
        return schema;
    }

    /// <summary>The values of a parameter, with its unit and default.</summary>
    public static JsonObject Described(ParameterDescriptor parameter)
    {
        string unit = parameter.Unit.Length > 0 ? $" [{parameter.Unit}]" : "";
        string fallback = parameter.Default is { } value ? $"; default {value}" : "";
        return Described(Of(parameter), $"{parameter.Summary}{unit}{fallback}");
    }

    /// <summary>The values of a parameter.</summary>
    public static JsonObject Of(ParameterDescriptor parameter)
    {
        JsonObject values = parameter.Scope.HasSeveral() ? OneOrList(Single(parameter)) : Single(parameter);
        return parameter.Varies ? new JsonObject { ["anyOf"] = new JsonArray(values, ByEpoch(values)) } : values;
    }

    // From the first tick of an epoch on.
    private static JsonObject ByEpoch(JsonObject values) => new()
    {
        ["type"] = "object",
        ["patternProperties"] = new JsonObject { ["^[0-9]+$"] = values.DeepClone() },
        ["required"] = Words(["0"]),
        ["additionalProperties"] = false,
    };

    /// <summary>One value of a parameter.</summary>
    public static JsonObject Single(ParameterDescriptor parameter) =>
        parameter.Kind switch
        {
            ParameterKind.Flag => Flag(),
            ParameterKind.Word => Word(parameter.Words!),
            ParameterKind.Ticks => Ticks(),
            ParameterKind.Range => Range(),
            _ => Number(parameter),
        };

    private static JsonObject Number(ParameterDescriptor parameter)
    {
        JsonObject number = new() { ["type"] = "number" };
        if (!double.IsNegativeInfinity(parameter.Minimum))
            number[parameter.ExclusiveMinimum ? "exclusiveMinimum" : "minimum"] = parameter.Minimum;
        return number;
    }

    /// <summary>Two numbers.</summary>
    public static JsonObject Range() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };

    // A number of ticks, or a text with a unit.
    private static JsonObject Ticks() => new()
    {
        ["type"] = new JsonArray("integer", "string"),
        ["minimum"] = 0,
        ["maximum"] = TickText.Most,
        ["pattern"] = @"^[0-9]+ *ticks$|^[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)? *ms$",
        ["examples"] = Words(["0.5 ms"]),
    };
}
