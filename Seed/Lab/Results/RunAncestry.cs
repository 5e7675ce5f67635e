using System.Text.Json;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Results;

/// <summary>Ancestry of results: the run whose weights a run started from, and those before it.</summary>
internal static class RunAncestry
{
    private static readonly string[] s_kept = ["experiment", "epochs", "date", "command", "builds", "data", "weights"];

    /// <summary>Writes the member <c>weights</c>, with what the source's own results say of it.</summary>
    /// <param name="json">The object that is being written.</param>
    /// <param name="weights">The weights.</param>
    public static void Write(Utf8JsonWriter json, WeightsFrom weights)
    {
        json.WriteStartObject("weights");
        json.WriteString("from", weights.Path);
        if (weights.At is { } at)
            json.WriteString("at", at.ToString());
        if (weights.Only.Count > 0)
        {
            json.WriteStrings("only", weights.Only);
        }

        if (weights.Network is { } network)
            json.WriteString("network", network);
        json.WriteString("sha256", weights.Sha256);
        WriteRun(json, Path.Combine(weights.Path, RunFiles.Results));
        json.WriteEndObject();
    }

    // A source without results, as a file of one's own, has no ancestry to tell.
    private static void WriteRun(Utf8JsonWriter json, string results)
    {
        try
        {
            using JsonDocument read = JsonDocument.Parse(File.ReadAllBytes(results));
            json.WriteStartObject("run");
            foreach (string name in s_kept)
            {
                if (!read.RootElement.TryGetProperty(name, out JsonElement value))
                    continue;
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // The weights are identified by their hash all the same.
        }
    }
}
