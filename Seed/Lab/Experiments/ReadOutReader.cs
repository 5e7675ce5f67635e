using System.Text.Json.Nodes;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads the keys <c>read_out</c> and <c>paper_read_out</c>.</summary>
internal static class ReadOutReader
{
    /// <summary>The value of <c>read_out</c> that means no read-out.</summary>
    public const string None = "none";

    /// <summary>Names of the read-outs; none if the task has none by default and the key is not given.</summary>
    /// <param name="entry">The key, or null.</param>
    /// <param name="byDefault">True if all are made where the key is not given.</param>
    public static IReadOnlyList<string> Read(YamlEntry? entry, bool byDefault)
    {
        if (entry is null)
            return byDefault ? ReadOutNames.All : [];
        string[] names = ValueReader.Words(entry, [.. ReadOutNames.All, None]);
        return names.Contains(None) && names.Length > 1
            ? throw entry.Source.Error($"read_out is {entry.Value.Show()}; valid is {None}, or some of the others.")
            : [.. names.Where(name => name != None)];
    }

    /// <summary>Published accuracies in %, by model.</summary>
    public static IReadOnlyDictionary<string, double> Published(YamlEntry entry) => entry.Value is YamlMap map
        ? map.Entries.ToDictionary(
            one => one.Key, one => ValueReader.Real(one with { Key = $"{entry.Key}.{one.Key}" }, 0))
        : throw entry.Source.Error(
            $"{entry.Key} is {entry.Value.Show()}; "
            + "valid is a map of models to numbers, for instance {PAL: 35.3}.");

    /// <summary>Read-outs that a network can have: those of the default are left out where it can have none.</summary>
    /// <param name="experiment">The experiment as read.</param>
    /// <param name="entry">The key, or null where it is not given.</param>
    /// <param name="plan">A network of it.</param>
    /// <exception cref="InputException">They were asked for, and the network can have none.</exception>
    public static IReadOnlyList<string> Fitting(Experiment experiment, YamlEntry? entry, NetworkPlan plan)
    {
        if (experiment.ReadOuts.Count == 0 || ReadOutNames.Suit(experiment.Cells, plan))
            return experiment.ReadOuts;
        return entry is null
            ? []
            : throw entry.Source.Error(
                $"read_out is {entry.Value.Show()}, and areas 1 to {ReadOutNames.Area(plan.Layers)} of cells "
                + $"{experiment.Cells.Name} cannot be read out (they are not all dense); valid is {None}.");
    }

    /// <summary>Schema of <c>paper_read_out</c>.</summary>
    public static JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = JsonSchema.Real(0),
    };

    /// <summary>Value of <c>paper_read_out</c> in the effective experiment, or null if there is none.</summary>
    public static string? Write(IReadOnlyDictionary<string, double> published) => published.Count == 0
        ? null
        : $"{{{string.Join(", ", published.Select(one => $"{one.Key}: {Number(one.Value)}"))}}}";

    private static string Number(double value) => RealText.ForYaml(RealText.Shortest(value));
}
