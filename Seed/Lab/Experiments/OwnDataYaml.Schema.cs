using System.Text.Json.Nodes;
using PalActors.Areas.Toolkit.Stimuli;
using static PalActors.Lab.Experiments.JsonSchema;

namespace PalActors.Lab.Experiments;

/// <content>Schema for editors.</content>
internal static partial class OwnDataYaml
{
    /// <summary>Schema of a description.</summary>
    public static JsonObject Schema()
    {
        JsonObject properties = [];
        foreach (OwnDataKey key in OwnDataKeys.All)
            properties[key.Name] = Described(Schema(key), key.Summary);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Schema(OwnDataKey key) => key.Kind switch
    {
        OwnDataKind.Word => Word(key.Words),
        OwnDataKind.Range => JsonSchema.Range(),
        OwnDataKind.Whole => Whole(1),
        OwnDataKind.Seed => new JsonObject { ["anyOf"] = new JsonArray(Whole(0), Word([OwnDataKeys.None])) },
        OwnDataKind.Split => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 },
                OneOrList(Text()),
                Files()),
        },
        _ => OneOrList(Text()),
    };

    private static JsonObject Files()
    {
        JsonObject properties = [];
        foreach (string part in OwnDataKeys.OfSplit)
            properties[part] = OneOrList(Text());
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Words([OwnDataKeys.Inputs]),
            ["additionalProperties"] = false,
        };
    }
}
