using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using static PalActors.Lab.Experiments.JsonSchema;

namespace PalActors.Lab.Experiments;

/// <summary>The JSON schema of experiment files, made from the same tables that check them.</summary>
/// <remarks>
/// It serves completion and first mistakes in an editor. Rules between keys are checked when a file is read; so are
/// keys that only some cell models have.
/// </remarks>
internal static class ExperimentSchema
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text.</summary>
    /// <param name="models">The cell models whose experiments are valid.</param>
    public static string Write(ModelRegistry models)
    {
        JsonObject properties = [];
        foreach (RunKey key in ExperimentKeys.Run)
            properties[key.Name] = Described(key.Schema(models), key.Described(models));
        AddParameters(properties, models);
        JsonObject schema = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Experiment of PalActors",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Words(ExperimentKeys.Run.Where(IsRequired).Select(key => key.Name)),
            ["additionalProperties"] = false,
        };
        return schema.ToJsonString(s_options) + "\n";
    }

    /// <summary>Values of the key <c>model</c>.</summary>
    internal static JsonObject Model(ModelRegistry models) => OneOrList(new JsonObject
    {
        ["type"] = "string",
        ["examples"] = Words(LearningModels(models)),
    });

    /// <summary>Values of the key <c>models</c>.</summary>
    internal static JsonObject Variants(ModelRegistry models)
    {
        JsonObject properties = new()
        {
            ["model"] = Described(
                Word(LearningModels(models)), "learning model that it is a variant of; default that of its name"),
        };
        AddParameters(properties, models);
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["additionalProperties"] = false,
            },
        };
    }

    /// <summary>Values of the key <c>areas</c>.</summary>
    internal static JsonObject Areas(ModelRegistry models) => Entries(
        models,
        parameter => parameter.Scope.HasSeveral() && LinkTable.Parameters.Find(parameter.Name) is null,
        ["name"],
        new()
        {
            ["name"] = Described(Text(), "name of the area, by which pathways and recordings know it"),
            ["inputs"] = Described(OneOrList(Whole(0)), "of an input: the columns of the samples that it shows"),
            ["cells"] = Described(Whole(1), "of an area with cells: how many"),
            ["target"] = Described(
                new JsonObject { ["type"] = new JsonArray("string", "integer", "array") },
                "columns of the targets that the area is taught; all: as many as there are cells"),
        });

    /// <summary>Values of the key <c>pathways</c>.</summary>
    internal static JsonObject Pathways(ModelRegistry models) => Entries(
        models,
        parameter => parameter.Scope.IsOfPathways(),
        ["from", "to"],
        new()
        {
            ["from"] = Described(Text(), "name of the area that it comes from"),
            ["to"] = Described(Text(), "name of the area that it leads to"),
        });

    private static JsonObject Entries(
        ModelRegistry models, Func<ParameterDescriptor, bool> has, string[] required, JsonObject properties)
    {
        IEnumerable<ParameterDescriptor> parameters = models.All.Where(cells => cells.TakesGraphs)
            .SelectMany(cells => new CellKeys(cells).Parameters.All).Where(has).DistinctBy(one => one.Name);
        foreach (ParameterDescriptor parameter in parameters)
            properties[parameter.Name] = Described(Single(parameter), parameter.Summary);
        return new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = Words(required),
                ["additionalProperties"] = false,
            },
        };
    }

    /// <summary>Values of the key <c>record</c>.</summary>
    internal static JsonObject Record(ModelRegistry models) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["observable"] = Described(
                    Word(models.All.SelectMany(cells => cells.Observables).Select(o => o.Name).Distinct()),
                    "quantity to record"),
                ["area"] = Described(OneOrList(AreaOrRange(0)), "area or areas; default all that have it"),
                ["neurons"] = Described(
                    new JsonObject { ["type"] = new JsonArray("string", "integer", "array") },
                    "neurons, also as ranges; default all"),
                ["every"] = Described(Whole(1), "ticks between records; default once per presentation"),
                ["ticks"] = Described(OneOrList(WholeOrRange(0)), "in place of every: the ticks to record"),
            },
            ["required"] = Words(["observable"]),
            ["additionalProperties"] = false,
        },
    };

    private static bool IsRequired(RunKey key) =>
        key is { Needed: not null, InPlace: null } && ExperimentTask.All.All(task => task.Has(key));

    private static IEnumerable<string> LearningModels(ModelRegistry models) =>
        models.All.SelectMany(cells => cells.LearningModels).Distinct();

    // A parameter that several cell models have by the same name may differ in what is valid.
    private static void AddParameters(JsonObject properties, ModelRegistry models)
    {
        IEnumerable<Owned> all = models.All.SelectMany(
            cells => new CellKeys(cells).Parameters.All.Select(parameter => new Owned(cells.Name, parameter)));
        foreach (IGrouping<string, Owned> same in all.GroupBy(one => one.Parameter.Name))
        {
            JsonObject[] schemas = [.. same.GroupBy(one => one.Parameter).Select(Of)];
            properties[same.Key] = schemas.Length == 1 ? schemas[0] : new JsonObject
            {
                ["anyOf"] = new JsonArray([.. schemas]),
                ["description"] = string.Join(". ", schemas.Select(schema => (string?)schema["description"])),
            };
        }

        JsonObject Of(IGrouping<ParameterDescriptor, Owned> one)
        {
            JsonObject schema = Described(one.Key);
            string[] owners = [.. one.Select(of => of.Cells)];
            return owners.Length == models.All.Count
                ? schema
                : Described(schema, $"cells {string.Join(", ", owners)}: {schema["description"]}");
        }
    }

    private sealed record Owned(string Cells, ParameterDescriptor Parameter);
}
