using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Computes size and cost of an area from its sizes alone.</summary>
public static class MicrocircuitFootprint
{
    // Potentials, rates, dendrites, filters and noise: about this many vectors per cell.
    private const int VectorsPerCell = 16;

    // Synapses from the stimulus are touched once per presentation, twice as long as others: about this much per tick
    // of the paper's 100.
    private const double HeldShare = 0.02;

    /// <summary>Footprint of an area, 1 to the top.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="transportsWeights">Whether updates of W are sent down with the potentials.</param>
    /// <param name="area">The area.</param>
    public static AreaFootprint Of(MicrocircuitParameters parameters, bool transportsWeights, int area)
    {
        int[] layers = parameters.Layers;
        long size = layers[area], below = layers[area - 1], above = area + 1 < layers.Length ? layers[area + 1] : 0;
        long w = size * below, others = 3 * size * above, neurons = size + above;
        long stored = ((parameters.Cells.Learning.WLowPass ? 2 : 1) * w) + others;
        long vectors = VectorsPerCell * neurons * sizeof(double);
        int bytesPerWeight = parameters.Cells.Precision == Precision.Single ? sizeof(float) : sizeof(double);
        // A snapshot keeps every weight as a double, whatever the run computes with.
        return new AreaFootprint(
            area,
            neurons,
            w + others,
            (stored * bytesPerWeight) + vectors,
            (stored * sizeof(double)) + vectors,
            above > 0 ? size : 0,
            area > 1 ? size * (!transportsWeights ? 1 : parameters.Links.DelaysVary ? 3 : 2) : 0,
            Cost(layers, area));
    }

    // Neurons and the synapses that the area owns.
    private static double Cost(int[] layers, int area)
    {
        double size = layers[area], below = layers[area - 1], above = area + 1 < layers.Length ? layers[area + 1] : 0;
        return size + (size * below * (area == 1 ? HeldShare : 1)) + (3 * size * above);
    }
}
