namespace PalActors.Clustering.Placement;

/// <summary>What an area takes, from its sizes alone.</summary>
/// <param name="Area">The area.</param>
/// <param name="Neurons">Pyramidal cells and interneurons.</param>
/// <param name="Synapses">Weights that it owns: W, P, B, Q.</param>
/// <param name="Bytes">Bytes of its state.</param>
/// <param name="Cost">Relative cost of a tick.</param>
public sealed record AreaFootprint(int Area, long Neurons, long Synapses, long Bytes, double Cost)
{
    // Potentials, rates, dendrites, filters and noise: about this many vectors per cell.
    private const int VectorsPerCell = 16;

    /// <summary>The footprint of an area, 1 to the top.</summary>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <param name="area">The area.</param>
    /// <param name="bytesPerWeight">8, or 4 in single precision.</param>
    /// <param name="lowPasses">Whether updates of W are low-passed, so that there is a D.</param>
    public static AreaFootprint Of(IReadOnlyList<int> layers, int area, int bytesPerWeight, bool lowPasses)
    {
        long size = layers[area], below = layers[area - 1], above = area + 1 < layers.Count ? layers[area + 1] : 0;
        long w = size * below, others = 3 * size * above, neurons = size + above;
        return new AreaFootprint(
            area, neurons, w + others, (((lowPasses ? 2 : 1) * w) + others) * bytesPerWeight + (VectorsPerCell * neurons * sizeof(double)), ContiguousPlacement.Cost(layers, area));
    }
}
