using System.Text.Json.Nodes;

namespace PalActors.Lab.Experiments;

/// <summary>The key <c>paper_samples</c>: samples of the published run, by split.</summary>
internal static class PaperSamples
{
    private static readonly string[] s_splits = ["train", "validation", "test"];

    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">It is no map of splits to numbers.</exception>
    public static IReadOnlyDictionary<string, int> Read(YamlEntry entry) =>
        entry.Value is YamlMap map && map.Entries.All(one => s_splits.Contains(one.Key))
            ? map.Entries.ToDictionary(
                one => one.Key,
                one => (int)ValueReader.Whole(
                    one with { Key = $"{entry.Key}.{one.Key}" }, 1, ExperimentKeys.MostSamples))
            : throw entry.Source.Error(
                $"{entry.Key} is {entry.Value.Show()}; valid is a map of {string.Join(", ", s_splits)} to numbers, "
                + "for instance {train: 50000}.");

    /// <summary>Schema of the key.</summary>
    public static JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = JsonSchema.Whole(1),
        ["propertyNames"] = JsonSchema.Word(s_splits),
    };

    /// <summary>Its value in the effective experiment, or null if there is none.</summary>
    public static string? Write(IReadOnlyDictionary<string, int> samples) => samples.Count == 0
        ? null
        : $"{{{string.Join(", ", samples.Select(one => $"{one.Key}: {YamlText.Number(one.Value)}"))}}}";
}
