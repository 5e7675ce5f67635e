using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Parameters of the rate cells; the defaults are those of the paper's autoencoder.</summary>
public static class RateTable
{
    private static readonly ParameterTable s_cells = new(
    [
        new(
            "activation", Word, Cortical, "", "phi of each area", "tanh", RateWords.Activations),
        new("beta", Real, Network, "", "strength of the target, beta", "0.1", Minimum: 0),
        new("target_type", Word, Network, "", "error of the output", "rate", RateWords.TargetTypes),
        new(
            "error_path", Word, Network, "",
            "direct: errors never touch the potentials; soma: they are added, and noise goes down with them",
            "direct", RateWords.ErrorPaths),
        new("channels", Real, Network, "", "channels of the input image; 0: the input is no image", "0", Minimum: 0),
        new(
            "kernel", Real, Cortical, "cells", "side of the kernel of a convolution; 0: the area is dense", "0",
            Minimum: 0),
        new("pool", Real, Cortical, "cells", "side of the windows of the pool above the area; 1: none", "1", Minimum: 1),
    ]);

    private static readonly ParameterTable s_learning = new(
    [
        new("eta_W", Real, Cortical, "", "learning rate of W and b", "0.8", Minimum: 0),
        new(
            "eta_B", Real, Cortical, "", "PAL: learning rate of B from each area to the one below; that of area 1 is unused",
            "0", Minimum: 0),
        new("reg", Real, Cortical, "", "PAL: decay of B", "0", Minimum: 0),
        new("sigma", Real, Cortical, "", "PAL: scale of the coloured noise", "0", Minimum: 0),
        new("wn_sigma", Real, Cortical, "", "PAL: scale of the white noise", "0", Minimum: 0),
        new("tau_xi", Real, Cortical, "steps", "PAL: correlation time of the coloured noise", "10", Minimum: 1),
        new("tau_HP", Real, Cortical, "steps", "PAL: time constant of the high-pass of rates", "10", Minimum: 1),
        new(
            "tau_LO", Real, Cortical, "steps", "PAL: time constant of low-passed updates of W and b; 0: none", "0",
            Minimum: 0),
        new("pool_sigma", Real, Cortical, "", "PAL: scale of the coloured noise of the pool", "0", Minimum: 0),
        new(
            "pool_tau_xi", Real, Cortical, "steps", "PAL: correlation time of the coloured noise of the pool", "10",
            Minimum: 1),
        new("weight_sd", Real, Network, "", "standard deviation of initial W, b and B", "0.05", Minimum: 0),
        new(
            "precision", Word, Network, "", "what is computed and sent: double, or single for twice the speed", "double",
            ["double", "single"]),
        new(
            "generator", Word, Network, "",
            "random numbers: counter, or torch-legacy for those of the authors' program, seed for seed",
            RandomGenerators.Counter, [RandomGenerators.Counter, RandomGenerators.TorchLegacy]),
    ]);

    /// <summary>All of them.</summary>
    public static ParameterTable Cells { get; } = ParameterTable.Join(s_cells, s_learning);
}
