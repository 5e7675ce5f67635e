using System.Text.Json;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Results;

/// <content>Nodes and links of a network.</content>
internal static partial class ResultsFile
{
    private static void Write(Utf8JsonWriter json, IReadOnlyList<NodeAreas> places)
    {
        json.WriteStartArray("nodes");
        foreach (NodeAreas place in places)
        {
            json.WriteStartObject();
            json.WriteString("node", place.Node);
            json.WriteStrings("areas", place.Areas);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStaleness(Utf8JsonWriter json, NetworkRecord network)
    {
        json.WriteBoolean("reproducible", false);
        json.WriteStartArray("staleness");
        foreach (LinkStaleness link in network.Figures.Staleness)
        {
            json.WriteStartObject();
            json.WriteNumber("area", link.Area);
            json.WriteString("direction", link.Direction);
            json.WriteNumbers("ticks", link.Ticks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
