using System.Text.Json;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Recording;

/// <summary>Description of a recording: network, model, layers, entries, builds and data.</summary>
/// <remarks>Every segment begins with it, so each can be read without the others.</remarks>
/// <param name="Network">Network of the run.</param>
/// <param name="Seed">Random seed of the network.</param>
/// <param name="Label">Learning model as written in the experiment.</param>
/// <param name="Layers">Neurons per area, input first.</param>
/// <param name="Dt">Duration of a tick, ms, as written in the experiment; empty if unknown.</param>
/// <param name="Entries">Entries of the experiment's <c>record</c>.</param>
/// <param name="Builds">The builds that computed the network so far, the first one first.</param>
/// <param name="DataHash">SHA-256 of the data, lower-case hex; empty if unknown.</param>
public sealed record RecordingDescription(
    int Network, ulong Seed, string Label, int[] Layers, string Dt, RecordingPlan[] Entries, BuildIdentity[] Builds,
    string DataHash)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Describes a network's recording.</summary>
    public static RecordingDescription Of(NetworkPlan plan, BuildIdentity[] builds) => new(
        plan.Network,
        plan.Seed,
        plan.Label,
        plan.Layers,
        plan.Options.FirstOrDefault(o => o.Name == "dt")?.Values[0] ?? "",
        plan.Recordings,
        builds,
        plan.DataHash);

    /// <summary>Encodes it as JSON in UTF-8.</summary>
    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    /// <summary>Decodes a description; null if the bytes are none.</summary>
    public static RecordingDescription? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordingDescription>(bytes, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
