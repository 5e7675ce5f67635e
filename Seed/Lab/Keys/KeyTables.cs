using System.Text.Json.Nodes;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Keys;

/// <summary>Reference of all keys of experiment files, made from the tables that read and check them.</summary>
internal static class KeyTables
{
    /// <summary>What the default of a key is that has none.</summary>
    public const string MustBeGiven = "must be given";

    private const string Absent = "none";

    /// <summary>Keys of the run, then parameters by the cell models that have them.</summary>
    public static IReadOnlyList<KeyGroup> Of(ModelRegistry models) =>
        [new("Keys of the run", [.. ExperimentKeys.Run.Select(key => Row(key, models))]), .. Parameters(models)];

    // A parameter that several cell models have by the same name may differ in what is valid.
    private static IEnumerable<KeyGroup> Parameters(ModelRegistry models) => models.All
        .SelectMany(cells => new CellKeys(cells).Parameters.All.Select(parameter => (cells.Name, Parameter: parameter)))
        .GroupBy(one => one.Parameter, one => one.Name)
        .GroupBy(one => string.Join(", ", one), one => one.Key)
        .Select(group => group.Key == string.Join(", ", models.Names)
            ? new KeyGroup("Parameters of all cells", [.. group.Select(one => Row(one, ""))])
            : new KeyGroup(
                $"Parameters of cells {group.Key}", [.. group.Select(one => Row(one, $"cells {group.Key}"))]));

    private static KeyRow Row(RunKey key, ModelRegistry models)
    {
        JsonObject schema = key.Schema(models);
        string given = key.InPlace is { } other ? $"it or {other} {MustBeGiven}" : MustBeGiven;
        string usual = key.Default is { } value ? value(models) : key.Needed is null ? Absent : given;
        KeyRow row = Row(key.Name, key.Summary, schema, usual) with { Users = Tasks(task => task.Has(key)) };
        if (SchemaWords.Entries(schema, out IReadOnlyList<string> required) is not { } entries)
            return row;
        HashSet<string> parameters =
            [.. models.All.SelectMany(cells => new CellKeys(cells).Parameters.All).Select(parameter => parameter.Name)];
        return row with
        {
            Entries =
            [
                .. entries.Where(entry => !parameters.Contains(entry.Key)).Select(entry => Row(
                    entry.Key, (string?)entry.Value!["description"] ?? "", entry.Value.AsObject(),
                    required.Contains(entry.Key) ? MustBeGiven : "")),
            ],
            Parameters = [.. entries.Select(entry => entry.Key).Where(parameters.Contains)],
        };
    }

    private static KeyRow Row(ParameterDescriptor parameter, string cells)
    {
        string unit = parameter.Unit.Length > 0 ? $" [{parameter.Unit}]" : "";
        string models = parameter.UsedBy.Count > 0 ? $"model {string.Join(", ", parameter.UsedBy)}" : "";
        string several = parameter.Scope.HasSeveral() ? $", or list: one per {parameter.Scope.Name(1, true)}" : "";
        string varies = parameter.Varies ? ", or by epoch: {0: VALUE, 50: VALUE}" : "";
        KeyRow row = Row(
            parameter.Name, parameter.Summary + unit, JsonSchema.Single(parameter), parameter.Default ?? MustBeGiven);
        return row with
        {
            Form = row.Form + several + varies,
            Users = Joined(cells, models, Tasks(task => task.Has(parameter))),
        };
    }

    private static KeyRow Row(string name, string summary, JsonObject schema, string usual) =>
        new(name, summary, SchemaWords.Form(schema), SchemaWords.Range(schema), usual, "");

    private static string Tasks(Func<ExperimentTask, bool> have)
    {
        string[] names = [.. ExperimentTask.All.Where(have).Select(task => task.Name)];
        return names.Length == ExperimentTask.All.Count ? "" : $"task {string.Join(", ", names)}";
    }

    private static string Joined(params string[] parts) => string.Join("; ", parts.Where(part => part.Length > 0));
}
