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
    double Cost);
