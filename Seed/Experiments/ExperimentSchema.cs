using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Areas.Models.Microcircuit.Rules;

namespace PalActors.Seed.Experiments;

/// <summary>
/// The JSON schema of experiment files, made from the same tables that check them. It serves completion and first mistakes in an editor; what depends on several keys is checked when a file is read.
/// </summary>
public static class ExperimentSchema
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        JsonObject properties = [];
        foreach (RunKey key in ExperimentKeys.Run)
            properties[key.Name] = Described(Run(key.Name), key.Summary);
        foreach (ParameterDescriptor parameter in MicrocircuitTable.All)
            properties[parameter.Name] = Parameter(parameter);
        JsonObject schema = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Experiment of PalActors",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Words(["layers", "model", "seeds", "epochs"]),
            ["additionalProperties"] = false,
        };
        return schema.ToJsonString(s_options) + "\n";
    }

    private static JsonObject Run(string key) => key switch
    {
        "task" => Word(ExperimentTask.All.Select(task => task.Name)),
        "data" => Word(DataSetDefaults.Names),
        "layers" => new JsonObject { ["type"] = "array", ["items"] = Whole(1), ["minItems"] = 2 },
        "model" => OneOrList(new JsonObject { ["type"] = "string", ["examples"] = Words(LearningModels.Names) }),
        "models" => Models(),
        "seeds" => OneOrList(WholeOrRange(0)),
        "record" => Record(),
        "placement" => new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "array", ["items"] = WholeOrRange(1), ["minItems"] = 1 },
            ["minItems"] = 1,
        },
        "data_seed" => Whole(0),
        "settling_time" => new JsonObject { ["type"] = "number", ["minimum"] = 0 },
        "angle_dW_BP" => new JsonObject { ["type"] = "boolean" },
        "train" or "validation" or "test" or "dataset_size" or "rec_per_steps" or "epochs" or "paper_epochs" or "ticks" => Whole(1),
        "name" or "description" or "reference" or "data_folder" => new JsonObject { ["type"] = "string" },
        _ => throw new InvalidOperationException($"The key '{key}' has no schema: add it to {nameof(ExperimentSchema)}."),
    };

    private static JsonObject Models()
    {
        JsonObject properties = new() { ["model"] = Word(LearningModels.Names) };
        foreach (ParameterDescriptor parameter in MicrocircuitTable.All)
            properties[parameter.Name] = Parameter(parameter);
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false },
        };
    }

    private static JsonObject Record() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["observable"] = Word(ObservableTable.All.Select(observable => observable.Name)),
                ["area"] = OneOrList(WholeOrRange(0)),
                ["neurons"] = new JsonObject { ["type"] = new JsonArray("string", "integer", "array") },
                ["every"] = Whole(1),
                ["ticks"] = OneOrList(WholeOrRange(0)),
            },
            ["required"] = Words(["observable"]),
            ["additionalProperties"] = false,
        },
    };

    private static JsonObject Parameter(ParameterDescriptor parameter)
    {
        JsonObject single = parameter.Kind switch
        {
            ParameterKind.Flag => new JsonObject { ["type"] = "boolean" },
            ParameterKind.Word => Word(parameter.Words!),
            ParameterKind.Ticks => Ticks(),
            ParameterKind.Range => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 },
            _ => Number(parameter),
        };
        JsonObject schema = parameter.Scope is ParameterScope.Cortical or ParameterScope.Hidden ? OneOrList(single) : single;
        string unit = parameter.Unit.Length > 0 ? $" [{parameter.Unit}]" : "", fallback = parameter.Default is { } value ? $"; default {value}" : "";
        return Described(schema, $"{parameter.Summary}{unit}{fallback}");
    }

    private static JsonObject Number(ParameterDescriptor parameter)
    {
        JsonObject number = new() { ["type"] = "number" };
        if (!double.IsNegativeInfinity(parameter.Minimum))
            number[parameter.ExclusiveMinimum ? "exclusiveMinimum" : "minimum"] = parameter.Minimum;
        return number;
    }

    private static JsonObject Described(JsonObject schema, string text)
    {
        schema["description"] = text;
        return schema;
    }

    private static JsonObject OneOrList(JsonObject item) => new()
    {
        ["anyOf"] = new JsonArray(item, new JsonObject { ["type"] = "array", ["items"] = item.DeepClone(), ["minItems"] = 1 }),
    };

    private static JsonObject Whole(long least) => new() { ["type"] = "integer", ["minimum"] = least };

    // A number, or all from one to another.
    private static JsonObject WholeOrRange(long least) => new()
    {
        ["type"] = new JsonArray("integer", "string"),
        ["minimum"] = least,
        ["pattern"] = "^[0-9]+-[0-9]+$",
    };

    // A number of ticks, or a text with a unit.
    private static JsonObject Ticks() => new()
    {
        ["type"] = new JsonArray("integer", "string"),
        ["minimum"] = 0,
        ["maximum"] = TickText.Most,
        ["pattern"] = @"^[0-9]+ *ticks$|^[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)? *ms$",
    };

    private static JsonObject Word(IEnumerable<string> words) => new() { ["enum"] = Words(words) };

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];
}
