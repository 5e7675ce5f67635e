using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Computes size and cost of an area from its sizes alone.</summary>
public static class MicrocircuitFootprint
{
    // Potentials, rates, dendrites, filters and noise: about this many vectors per cell.
    private const int VectorsPerCell = 16;

    // Synapses from the stimulus are touched once per presentation, twice as long as others: about this much per tick
    // of the paper's 100.
    private const double HeldShare = 0.02;

    /// <summary>Footprint of an area with cells.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="transportsWeights">Whether updates of W are sent down with the potentials.</param>
    /// <param name="area">The area.</param>
    public static AreaFootprint Of(MicrocircuitParameters parameters, bool transportsWeights, int area)
    {
        AreaGraph graph = parameters.Graph;
        long size = graph.Cells[area];
        long below = graph.In(area).Sum(pathway => (long)graph.Cells[pathway.From]);
        long above = graph.Out(area).Sum(pathway => (long)graph.Cells[pathway.To]);
        long w = size * below, others = 3 * size * above, neurons = size + above;
        bool lowPassed = parameters.Cells.Learning.WLowPass;
        // Copied feedback weights follow the low-passed updates of W above.
        long stored = ((lowPassed ? 2 : 1) * w) + others + (lowPassed && transportsWeights ? size * above : 0);
        long vectors = VectorsPerCell * neurons * sizeof(double);
        int bytesPerWeight = parameters.Cells.Precision == Precision.Single ? sizeof(float) : sizeof(double);
        int transported = transportsWeights ? SentFactors.PartsOf(parameters.Links.DelaysVary) : 1;
        Pathway? feedback = graph.In(area).FirstOrDefault(pathway => pathway.HasFeedback);
        // A snapshot keeps every weight as a double, whatever the run computes with.
        return new AreaFootprint(
            area,
            neurons,
            w + others,
            (stored * bytesPerWeight) + vectors,
            (stored * sizeof(double)) + vectors,
            above > 0 ? size : 0,
            feedback is null ? 0 : size * MicrocircuitPorts.PartsDown(graph, feedback, transported),
            Cost(graph, area));
    }

    // Neurons and the synapses that the area owns.
    private static double Cost(AreaGraph graph, int area)
    {
        double size = graph.Cells[area];
        double below = graph.In(area).Sum(pathway =>
            size * graph.Cells[pathway.From] * (pathway.HasFeedback ? 1 : HeldShare));
        double above = graph.Out(area).Sum(pathway => (double)graph.Cells[pathway.To]);
        return size + below + (3 * size * above);
    }
}
