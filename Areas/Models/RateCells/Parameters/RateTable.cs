using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Remedies;
using PalActors.Areas.Toolkit.Numerics;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Parameters of the rate cells; the defaults are those of the paper's autoencoder.</summary>
public static class RateTable
{
    // Before the tables, which are made of it.
    private static readonly string[] s_pal = [nameof(RateAlgorithm.PAL)];

    private static readonly ParameterTable s_cells = new(
    [
        new(
            "activation", Word, Cortical, "", "activation function phi of each area", "tanh", RateWords.Activations),
        new("beta", Real, Network, "", "strength of the target", "0.1", Minimum: 0),
        new(
            "target_type", Word, Network, "",
            "error of the output: beta phi'(ub) (y - r), rate; beta (y - ub), mse; beta (y - softmax(ub)), softmax",
            "rate", RateWords.TargetTypes),
        new(
            "error_path", Word, Network, "",
            "direct: errors never touch the potentials; soma: they are added to them, and with PAL noise goes down too",
            "direct", RateWords.ErrorPaths),
        new(
            "channels", Real, Network, "",
            "channels of the input, a square image given channel by channel and row by row; 0: it is no image", "0",
            Minimum: 0),
        new(
            "kernel", Real, Cortical, "cells",
            "side of the kernel of a convolution, which moves by one cell within the image below; 0: the area is dense",
            "0", Minimum: 0),
        new(
            "pool", Real, Cortical, "cells",
            "side of the windows of which a pool behind a convolution shows the largest rate; layers counts windows; "
            + "1: no pool",
            "1", Minimum: 1),
    ]);

    private static readonly ParameterTable s_learning = new(
    [
        new("eta_W", Real, Cortical, "", "learning rate of W and b", "0.8", Minimum: 0) { Varies = true },
        Pal("eta_B", "", "learning rate of B from each area to the one below; that of area 1 is unused", "0", 0) with
        {
            Varies = true,
        },
        Pal("reg", "", "decay of B from each area to the one below; that of area 1 is unused", "0", 0) with
        {
            Varies = true,
        },
        Pal("sigma", "", "scale of the coloured noise of the potentials; 0: none", "0", 0) with { Varies = true },
        Pal("wn_sigma", "", "scale of white noise, which acts in every evaluation too; 0: none", "0", 0),
        Pal("tau_xi", "ticks", "correlation time of the coloured noise", "10", 1),
        Pal("tau_HP", "ticks", "time constant of the high-pass of rates in the rule of B", "10", 1),
        Pal("tau_LO", "ticks", "time constant of the low-pass of the updates of W and b; 0: none", "0", 0),
        Pal("pool_sigma", "", "scale of the coloured noise of the pool's rates; 0: none", "0", 0) with
        {
            Varies = true,
        },
        Pal("pool_tau_xi", "ticks", "correlation time of the coloured noise of the pool", "10", 1),
        new(
            "weight_sd", Real, Network, "", "standard deviation of initial W, b and B; their mean is 0", "0.05",
            Minimum: 0),
        new(
            "precision", Word, Network, "",
            "what is computed with and sent: double, or single, which is faster and takes half the memory", "double",
            ["double", "single"]),
        new(
            "generator", Word, Network, "",
            "random numbers: counter, or torch-legacy for those of the authors' program, seed for seed",
            RandomGenerators.Counter, [RandomGenerators.Counter, RandomGenerators.TorchLegacy]),
    ]);

    /// <summary>All of them.</summary>
    public static ParameterTable Cells { get; } = ParameterTable.Join(
        s_cells, s_learning, RemedyTable.Remedies.Parameters);

    // The other learning models have neither noise nor feedback that learns.
    private static ParameterDescriptor Pal(string name, string unit, string summary, string usual, double least) =>
        new(name, Real, Cortical, unit, $"PAL: {summary}", usual, Minimum: least) { UsedBy = s_pal };
}
