using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>Places of metrics as text, by the names of areas; in a chain these are their numbers.</summary>
public static class MetricPlaces
{
    /// <summary>Text for tables: empty for the network, <c>2</c> or <c>left</c> for an area, <c>left-mid</c>.</summary>
    public static string TextOf(this AreaGraph graph, MetricPlace place) =>
        place.Area is not { } area ? ""
        : place.To is { } to ? $"{graph.Name(area)}-{graph.Name(to)}"
        : graph.Name(area);

    /// <summary>Reads what <see cref="TextOf"/> wrote; null if it is no place of the network.</summary>
    public static MetricPlace? PlaceOf(this AreaGraph graph, string text)
    {
        if (text.Length == 0)
            return MetricPlace.Network;
        string[] parts = text.Split('-');
        int?[] areas = [.. parts.Select(graph.Find)];
        return parts.Length > 2 || areas.Contains(null)
            ? null
            : new MetricPlace(areas[0], parts.Length > 1 ? areas[1] : null);
    }

    /// <summary>Words for messages: empty for the network, <c>area 2</c> or <c>pathway left-mid</c>.</summary>
    public static string Describe(this AreaGraph graph, MetricPlace place) =>
        place.Area is null ? ""
        : place.To is null ? $"area {graph.TextOf(place)}"
        : $"pathway {graph.TextOf(place)}";
}
