using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Models;
using static PalActors.Lab.Experiments.JsonSchema;

namespace PalActors.Lab.Experiments;

/// <summary>Schemas of the keys <c>lesion</c> and <c>freeze</c>.</summary>
internal static class PerturbationSchema
{
    /// <summary>Values of <c>lesion</c>.</summary>
    public static JsonObject Lesions(ModelRegistry models)
    {
        JsonObject share = Real(0);
        share["maximum"] = 1;
        return Entries(
            [],
            new()
            {
                ["neurons"] = OneOrList(WholeOrRange(0)),
                ["share"] = share,
                ["seed"] = Whole(0),
            });
    }

    /// <summary>Values of <c>freeze</c>.</summary>
    public static JsonObject Freezes(ModelRegistry models) => Entries(
        ["rule"],
        new()
        {
            ["rule"] = OneOrList(Word(
                models.All.SelectMany(cells => cells.Rules).Select(rule => rule.Name).Distinct())),
        });

    private static JsonObject Entries(string[] required, JsonObject properties)
    {
        properties["area"] = new JsonObject { ["type"] = new JsonArray("integer", "string") };
        properties["pathway"] = Text();
        properties["epochs"] = WholeOrRange(0);
        properties["ticks"] = WholeOrRange(1);
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = Words(required),
                ["additionalProperties"] = false,
            },
        };
    }
}
