using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>Size and cost of an area, known before it is built.</summary>
/// <param name="Area">The area.</param>
/// <param name="Neurons">Cells of all kinds.</param>
/// <param name="Synapses">Weights that it owns.</param>
/// <param name="Bytes">Bytes of its state in memory.</param>
/// <param name="SnapshotBytes">Bytes of its state in a snapshot, without delay lines.</param>
/// <param name="ValuesUp">Values per tick that it sends to each area above.</param>
/// <param name="ValuesDown">Values per tick that it sends to each area below.</param>
/// <param name="Cost">Relative cost of a tick: 10,000 take about two microseconds.</param>
public sealed record AreaFootprint(
    int Area,
    long Neurons,
    long Synapses,
    long Bytes,
    long SnapshotBytes,
    long ValuesUp,
    long ValuesDown,
    double Cost)
{
    /// <summary>Values per tick that it sends to every area below; 0 where it sends to the next one only.</summary>
    public long ValuesToAll { get; init; }

    /// <summary>Footprints of areas that hold a value per neuron and no synapse.</summary>
    public static IReadOnlyList<AreaFootprint> OfVectors(NetworkPlan plan)
    {
        AreaGraph graph = plan.Graph;
        return [.. graph.WithCells.Select(area => OfVector(graph, area))];
    }

    private static AreaFootprint OfVector(AreaGraph graph, int area)
    {
        long size = graph.Cells[area], bytes = size * sizeof(double);
        bool hasFeedback = graph.In(area).Any(pathway => pathway.HasFeedback);
        return new AreaFootprint(
            area, size, 0, bytes, bytes, graph.IsTop(area) ? 0 : size, hasFeedback ? size : 0, size);
    }
}
