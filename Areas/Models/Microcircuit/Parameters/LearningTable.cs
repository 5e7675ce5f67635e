using PalActors.Areas.Contract.Parameters;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Parameters of learning, noise and filters.</summary>
internal static class LearningTable
{
    /// <summary>Parameters, in the order in which they are shown.</summary>
    public static ParameterTable Parameters { get; } = new(
    [
        new("eta_fw", Real, Pathway, "", "learning rate of W", Minimum: 0) { Varies = true },
        new("eta_bw", Real, Feedback, "", "learning rate of B", Minimum: 0) { Varies = true },
        new("eta_IP", Real, Feedback, "", "learning rate of P", Minimum: 0) { Varies = true },
        new("eta_PI", Real, Feedback, "", "learning rate of Q", Minimum: 0) { Varies = true },
        new("alpha", Real, Feedback, "", "decay of B in its learning rule", "1e-6", Minimum: 0) { Varies = true },
        new("noise_type", Word, Network, "", "process of the apical noise xi", "OU", NoiseOptions.Types),
        new(
            "noise_mode", Word, Network, "",
            "what scales the noise: nothing, or the size of a potential",
            "const", NoiseOptions.Modes),
        new(
            "noise_scale", Real, Hidden, "",
            "amplitude of the noise, which models whose B learns from it have; without it B cannot learn",
            "0.01", Minimum: 0) { Varies = true },
        new("inter_low_pass", Flag, Network, "", "low-pass the interneuron dendrite with tauLO", "false"),
        new("pyr_hi_pass", Flag, Network, "", "the rule of B uses the high-passed rate from above", "true"),
        new("dWPP_low_pass", Flag, Network, "", "low-pass the update of W with tauLO", "true"),
        new("dWPP_r_low_pass", Flag, Network, "", "low-pass the presynaptic rate in the rule of W", "false"),
        new("dWPP_post_low_pass", Flag, Network, "", "low-pass the post-synaptic error in the rule of W", "false"),
        new(
            "dWPP_use_activation", Flag, Network, "",
            "the error of W compares rates (true) or potentials (false)",
            "true"),
        new(
            "gate_regularizer", Flag, Network, "",
            "B decays only in columns with positive presynaptic factor",
            "false"),
        new("varphi_regularizer", Flag, Network, "", "B decays weighted with phi' of both sides", "false"),
    ]);
}
