using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Remedies;
using PalActors.Areas.Models.RateCells.Synapses;
using PalActors.Areas.Toolkit.Batches;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Computes size and cost of an area from its shapes alone.</summary>
internal static class RateFootprint
{
    // Arrays of a cell and sample: potential, rate, derivative, error, noise and buffers.
    private const int ArraysPerCell = 10;

    // 10,000 units are about two microseconds, in which a core does about so many multiply-adds of a batch.
    private const double MultiplyAddsPerUnit = 8;

    /// <summary>Footprint of an area, 1 to the top.</summary>
    public static AreaFootprint Of(RateParameters parameters, int area)
    {
        RateAreaOptions options = parameters.Areas[area];
        int bytes = parameters.IsSingle ? sizeof(float) : sizeof(double);
        long cells = options.Cells.Cells + (options.HasPool ? options.Output.Cells : 0);
        long feedback = FeedbackWeights(parameters, area);
        long forward = (options.TauLo > 0 && parameters.IsPal ? 2L : 1) * (options.Weights + options.Biases);
        long states = (ArraysPerCell * cells * Stride(parameters)) + LagSize.Of(parameters, area);
        return new AreaFootprint(
            area,
            cells,
            options.Weights + feedback,
            (forward + feedback + states) * bytes,
            (forward + feedback + Captured(parameters, area)) * sizeof(double),
            area < parameters.Top ? ValuesUp(parameters, area) : 0,
            area > 1 && !parameters.IsDirectFeedback ? ValuesDown(parameters, area) : 0,
            Cost(parameters, area))
        {
            ValuesToAll = area == parameters.Top && parameters.IsDirectFeedback ? ValuesDown(parameters, area) : 0,
        };
    }

    /// <summary>Doubles per tick that an area sends up.</summary>
    public static int ValuesUp(RateParameters parameters, int area) => Doubles(parameters, parameters.OutputOf(area));

    /// <summary>Doubles per tick that an area sends down.</summary>
    public static int ValuesDown(RateParameters parameters, int area) => parameters.Algorithm switch
    {
        RateAlgorithm.DFA => Doubles(parameters, parameters.OutputOf(parameters.Top)),
        // The product with the transpose of W, where W is.
        RateAlgorithm.BP => Doubles(parameters, parameters.OutputOf(area - 1)),
        RateAlgorithm.PAL => 2 * Doubles(parameters, parameters.Areas[area].Cells.Cells),
        _ => Doubles(parameters, parameters.Areas[area].Cells.Cells),
    };

    // Values of cells in a snapshot: ub, r, d, e and, with PAL, xi; of pools r, d, e and, with PAL, two of noise; the
    // sums of a held input; with PAL what the rule of B keeps of the area above; rings of remedies.
    private static long Captured(RateParameters parameters, int area)
    {
        RateAreaOptions options = parameters.Areas[area];
        long cells = options.Cells.Cells * (parameters.IsPal ? 5L : 4);
        if (options.HasPool)
            cells += options.Output.Cells * (parameters.IsPal ? 5L : 3);
        bool lowPassed = options.TauLo > 0 && parameters.IsPal;
        if (area == 1 && parameters.HoldsInput && !lowPassed && !parameters.ChangesBelow(1)
            && HeldInput<double>.Pays(options, parameters.Batch))
            cells += options.Below.Cells + (2L * options.Cells.Cells);
        if (area < parameters.Top && parameters.IsPal)
            cells += 2L * parameters.Areas[area + 1].Cells.Cells;
        return (cells * parameters.Batch) + LagSize.Of(parameters, area);
    }

    // Products with W and their gradient, with B and, where it learns, its gradient: so many multiply-adds a sample.
    private static double Cost(RateParameters parameters, int area)
    {
        RateAreaOptions options = parameters.Areas[area];
        double products = 2 * MultiplyAdds(options);
        if (area < parameters.Top && !parameters.IsDirectFeedback)
            products += MultiplyAdds(parameters.Areas[area + 1]) * (parameters.IsPal ? 2 : 1);
        return parameters.Batch * ((products / MultiplyAddsPerUnit) + options.Cells.Cells);
    }

    private static double MultiplyAdds(RateAreaOptions options) => options.IsConv
        ? (double)options.Weights * options.Cells.Height * options.Cells.Width
        : options.Weights;

    private static long FeedbackWeights(RateParameters parameters, int area) => parameters.Algorithm switch
    {
        RateAlgorithm.DFA when area < parameters.Top =>
            (long)parameters.Areas[area].Cells.Cells * parameters.OutputOf(parameters.Top),
        RateAlgorithm.PAL or RateAlgorithm.FA when area < parameters.Top => parameters.Areas[area + 1].Weights,
        _ => 0,
    };

    // Rows are padded; two single values take the place of one double.
    private static int Doubles(RateParameters parameters, int cells) =>
        checked(cells * Stride(parameters) / (parameters.IsSingle ? 2 : 1));

    private static int Stride(RateParameters parameters) => parameters.IsSingle
        ? BatchLayout.Stride<float>(parameters.Batch)
        : BatchLayout.Stride<double>(parameters.Batch);
}
