using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>Size and cost of an area, known before it is built.</summary>
/// <param name="Area">The area.</param>
/// <param name="Neurons">Cells of all kinds.</param>
/// <param name="Synapses">Weights that it owns.</param>
/// <param name="Bytes">Bytes of its state in memory.</param>
/// <param name="SnapshotBytes">Bytes of its state in a snapshot, without delay lines.</param>
/// <param name="ValuesUp">Values per tick that it sends to the area above.</param>
/// <param name="ValuesDown">Values per tick that it sends to the area below.</param>
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
    /// <summary>Footprints of areas that hold a value per neuron and no synapse.</summary>
    public static IReadOnlyList<AreaFootprint> OfVectors(NetworkPlan plan) =>
        [.. Enumerable.Range(1, plan.Top).Select(area => OfVector(plan, area))];

    private static AreaFootprint OfVector(NetworkPlan plan, int area)
    {
        long size = plan.Layers[area], bytes = size * sizeof(double);
        return new AreaFootprint(
            area, size, 0, bytes, bytes, area < plan.Top ? size : 0, area > 1 ? size : 0, size);
    }
}
