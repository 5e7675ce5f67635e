using System.Text.Json;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Areas.Models.RateCells.Traces;
using PalActors.Areas.Models.Traces;

namespace PalActors.Areas.Models;

/// <summary>Golden traces of all cell models, by the name of their format. A new format is a line here.</summary>
public static class TraceFiles
{
    private static readonly Dictionary<string, Func<string, JsonElement, ITrace>> s_formats = new()
    {
        [GoldenTrace.FormatName] = (path, root) => new GoldenTraceReader(path, root).Read(),
        [RateTrace.FormatName] = (path, root) => new RateTraceReader(path, root).Read(),
    };

    /// <summary>Names of the formats.</summary>
    public static IReadOnlyCollection<string> Formats => s_formats.Keys;

    /// <summary>Reads a trace, plain or compressed (<c>.gz</c>).</summary>
    /// <exception cref="TraceFormatException">
    /// The trace cannot be used; the message names file, key, value and what is valid.
    /// </exception>
    public static ITrace Load(string path) => TraceReader.Read(path, root => Load(path, root));

    private static ITrace Load(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new TraceFormatException($"{path}: the file is no JSON object; valid is a golden trace.");
        string name = root.TryGetProperty("format", out JsonElement format) && format.ValueKind == JsonValueKind.String
            ? format.GetString()!
            : "missing";
        return s_formats.TryGetValue(name, out Func<string, JsonElement, ITrace>? read)
            ? read(path, root)
            : throw new TraceFormatException(
                $"{path}: format is {name}; valid is {string.Join(" or ", Formats)}.");
    }
}
