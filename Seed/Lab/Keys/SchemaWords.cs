using System.Text.Json.Nodes;

namespace PalActors.Lab.Keys;

/// <summary>What a JSON schema of values says, in words.</summary>
internal static class SchemaWords
{
    /// <summary>Form of the values, for instance <c>whole number, or list of these</c>.</summary>
    public static string Form(JsonObject schema)
    {
        if (Options(schema) is { } options)
            return Forms([.. options]);
        if (schema["enum"] is not null)
            return "word";
        if (schema["type"] is JsonArray types)
            return string.Join(" or ", types.Select(type => Form((string)type!, schema)));
        return Form((string)schema["type"]!, schema);
    }

    /// <summary>Valid values; empty if the form says all.</summary>
    public static string Range(JsonObject schema)
    {
        if (Options(schema) is { } options)
            return Join(options.Select(Range));
        if (schema["enum"] is JsonArray words)
            return words.Count == 1 ? (string)words[0]! : $"one of {Listed(words)}";
        string examples = schema["examples"] is JsonArray some ? $"such as {Listed(some)}" : "";
        IEnumerable<JsonObject> parts = new[] { schema["items"], schema["additionalProperties"] }.OfType<JsonObject>();
        return Join(
            [Bounds(schema), examples, .. parts.Where(part => part["properties"] is null).Select(Range)]);
    }

    /// <summary>Schemas of the keys of the maps that are values, or in values; null if there are none.</summary>
    /// <param name="schema">Schema of the values.</param>
    /// <param name="required">Names of keys that such a map must have.</param>
    public static JsonObject? Entries(JsonObject schema, out IReadOnlyList<string> required)
    {
        required = schema["required"] is JsonArray names ? [.. names.Select(name => (string)name!)] : [];
        if (schema["properties"] is JsonObject properties)
            return properties;
        IEnumerable<JsonObject?> parts = [schema["items"] as JsonObject, schema["additionalProperties"] as JsonObject];
        foreach (JsonObject part in (Options(schema) ?? []).Concat(parts).OfType<JsonObject>())
        {
            if (Entries(part, out required) is { } found)
                return found;
        }

        return null;
    }

    private static IEnumerable<JsonObject>? Options(JsonObject schema) =>
        schema["anyOf"] is JsonArray options ? options.OfType<JsonObject>() : null;

    private static string Forms(JsonObject[] options)
    {
        List<string> forms = [];
        foreach (JsonObject option in options)
        {
            bool isListOfThese = option["items"] is JsonObject items && option["maxItems"] is null
                && forms.Contains(Form(items));
            string form = isListOfThese ? "list of these" : Form(option);
            if (!forms.Contains(form))
                forms.Add(form);
        }

        return string.Join(" or ", forms);
    }

    private static string Form(string type, JsonObject schema) => type switch
    {
        "integer" => "whole number",
        "boolean" => "true or false",
        "string" => "text",
        "array" when schema["items"] is JsonObject items => $"list{Count(schema)}: {Form(items)}",
        "array" => "list",
        "object" when schema["properties"] is not null => "map",
        "object" when schema["additionalProperties"] is JsonObject entry => $"named entries: {Form(entry)}",
        "object" => "map",
        _ => type,
    };

    private static string Count(JsonObject schema)
    {
        int least = (int?)schema["minItems"] ?? 0;
        return least < 2 ? "" : (int?)schema["maxItems"] == least ? $" of {least}" : $" of {least} or more";
    }

    private static string Bounds(JsonObject schema)
    {
        string least = Number(schema["minimum"]), above = Number(schema["exclusiveMinimum"]);
        string most = Number(schema["maximum"]), below = Number(schema["exclusiveMaximum"]);
        string from = above.Length > 0 ? $"above {above}" : least;
        string to = below.Length > 0 ? $"below {below}" : most;
        return from.Length == 0 && to.Length == 0 ? ""
            : to.Length == 0 ? above.Length > 0 ? from : $"{from} or more"
            : above.Length > 0 || below.Length > 0 ? $"{from} and {to}"
            : $"{from} to {to}";
    }

    private static string Number(JsonNode? number) => number?.ToJsonString() ?? "";

    private static string Join(IEnumerable<string> parts) =>
        string.Join(", ", parts.Where(part => part.Length > 0).Distinct());

    private static string Listed(JsonArray words) => string.Join(", ", words.Select(word => (string)word!));
}
