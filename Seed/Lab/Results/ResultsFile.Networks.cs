using System.Text.Json;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <content>Networks.</content>
internal static partial class ResultsFile
{
    private static void Write(Utf8JsonWriter json, NetworkRecord network, RunProvenance provenance)
    {
        json.WriteStartObject();
        json.WriteString("model", network.Plan.Label);
        RunProvenance.WriteSeed(json, "seed", network.Plan.Seed);
        json.WriteBoolean("completed", network.Outcome is { Completed: true });
        if (network.Divergence is { } divergence)
            Write(json, divergence);
        Write(json, network.Graph, NetworkWarning.Of(network));
        json.WriteNumber("ticks", network.Tick);
        json.WriteNumber("frames", network.Figures.Frames);
        json.WriteNumber("wire_frames", network.Figures.WireFrames);
        json.WriteNumber("wire_bytes", network.Figures.WireBytes);
        Write(json, "waiting_seconds", Math.Round(network.Figures.Waited, 3));
        json.WriteNumber("seconds", Math.Round(network.Seconds, 3));
        if (network.Places is { } places)
            Write(json, places);
        json.WriteString("digest", network.Outcome?.Digest);
        provenance.WriteBuilds(json, network.Plan.Network);
        json.WriteStartArray("metrics");
        foreach (Metric metric in network.LastOfEach().Where(metric => metric.Name != CommonMetrics.Saturated))
        {
            json.WriteStartObject();
            json.WriteString("metric", metric.Name);
            Write(json, network.Graph, metric.Place);
            json.WriteNumber("epoch", metric.Epoch);
            json.WriteNumber("tick", metric.Tick);
            Write(json, "value", metric.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (network.Figures.Staleness.Count > 0)
            WriteStaleness(json, network);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Divergence divergence)
    {
        json.WriteStartObject("diverged");
        json.WriteNumber("tick", divergence.Tick);
        json.WriteNumber("epoch", divergence.Epoch);
        json.WriteNumber("area", divergence.Area);
        json.WriteString("quantity", divergence.Quantity);
        json.WriteString("value", divergence.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AreaGraph graph, IReadOnlyList<NetworkWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (NetworkWarning warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", warning.Kind);
            json.WriteString("metric", warning.Metric);
            Write(json, graph, warning.Place);
            json.WriteString("epochs", warning.Epochs);
            json.WriteString("text", warning.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Areas of a graph have names.
    private static void Write(Utf8JsonWriter json, AreaGraph graph, MetricPlace place)
    {
        if (place.To is not null)
            json.WriteString("pathway", graph.TextOf(place));
        else if (place.Area is { } area && graph.IsChain)
            json.WriteNumber("area", area);
        else if (place.Area is not null)
            json.WriteString("area", graph.TextOf(place));
    }
}
