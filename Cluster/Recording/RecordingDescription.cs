using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PalActors.Areas.Contract.Models;
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

    /// <summary>Shapes that do not follow from the layers; null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecordedShape[]? Shapes { get; init; }

    /// <summary>Names of the areas of a graph, area 0 first; null for a chain.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string[]? AreaNames { get; init; }

    /// <summary>Describes a network's recording.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="builds">The builds that computed it so far.</param>
    /// <param name="cells">Its cell model.</param>
    public static RecordingDescription Of(NetworkPlan plan, BuildIdentity[] builds, IAreaModel cells)
    {
        RecordedShape[] shapes = [.. ShapesOf(plan, cells)];
        string dt = plan.Options.FirstOrDefault(o => o.Name == "dt")?.Values[0] ?? "";
        return new RecordingDescription(
            plan.Network, plan.Seed, plan.Label, plan.Layers, dt, plan.Recordings, builds, plan.DataHash)
        {
            Shapes = shapes.Length > 0 ? shapes : null,
            AreaNames = plan.Graph.IsChain ? null : [.. plan.Layers.Select((_, area) => plan.Graph.Name(area))],
        };
    }

    /// <summary>Shape of an entry's observable in an area.</summary>
    /// <param name="entry">Index of the entry.</param>
    /// <param name="area">The area.</param>
    /// <param name="observable">The entry's observable.</param>
    public ObservableShape ShapeOf(int entry, int area, ObservableDescriptor observable) =>
        Shapes?.FirstOrDefault(shape => shape.Entry == entry && shape.Area == area) is { } own
            ? new ObservableShape(own.Rows, own.Columns)
            : observable.ShapeIn(AreaGraph.Chain(Layers), area);

    /// <summary>Name of an area: as given in a graph, its number in a chain.</summary>
    public string NameOf(int area) =>
        AreaNames is { } names ? names[area] : area.ToString(CultureInfo.InvariantCulture);

    /// <summary>Encodes it as JSON in UTF-8.</summary>
    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    /// <summary>Decodes a description; null if the bytes are none.</summary>
    public static RecordingDescription? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            RecordingDescription? read = JsonSerializer.Deserialize<RecordingDescription>(bytes, s_options);
            return read?.Shapes?.All(shape => shape is { Rows: > 0, Columns: > 0 }) != false
                && (read?.AreaNames is null || read.AreaNames.Length == read.Layers.Length)
                    ? read
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<RecordedShape> ShapesOf(NetworkPlan plan, IAreaModel cells)
    {
        for (int entry = 0; entry < plan.Recordings.Length; entry++)
        {
            RecordingPlan recording = plan.Recordings[entry];
            if (cells.Observables.FirstOrDefault(one => one.Name == recording.Observable) is not { } observable)
                continue;
            foreach (int area in recording.Areas)
            {
                ObservableShape shape = cells.ShapeOf(plan, observable, area);
                if (shape != observable.ShapeIn(AreaGraph.Chain(plan.Layers), area))
                    yield return new RecordedShape(entry, area, shape.Rows, shape.Columns);
            }
        }
    }
}
