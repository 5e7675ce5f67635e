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
                ["neurons"] = Described(
                    OneOrList(WholeOrRange(0)), "neurons that are silent; without share, default all of the area"),
                ["share"] = Described(
                    share, "in place of neurons: share of the area that is silent, drawn at random; 0 is no lesion"),
                ["seed"] = Described(Whole(0), "random seed by which a share is drawn; default that of each network"),
            });
    }

    /// <summary>Values of <c>freeze</c>.</summary>
    public static JsonObject Freezes(ModelRegistry models) => Entries(
        ["rule"],
        new()
        {
            ["rule"] = Described(
                OneOrList(Word(models.All.SelectMany(cells => cells.Rules).Select(rule => rule.Name).Distinct())),
                "rule or rules that rest"),
        });

    private static JsonObject Entries(string[] required, JsonObject properties)
    {
        properties["area"] = Described(
            new JsonObject { ["type"] = new JsonArray("integer", "string") }, "number or name of the area");
        properties["pathway"] = Described(Text(), "in place of area: a pathway, FROM-TO");
        properties["epochs"] = Described(WholeOrRange(0), "epoch or epochs, such as 10-19; default all");
        properties["ticks"] = Described(WholeOrRange(1), "in place of epochs: ticks");
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
