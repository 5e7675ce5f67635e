using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Every parameter of the microcircuit, with the authors' names and the paper's standard constants as defaults.</summary>
public static class MicrocircuitTable
{
    private static readonly string[] s_lags = ["none", "round_trip"];

    /// <summary>Parameters of the cells.</summary>
    public static ParameterTable Cells { get; } = new(
    [
        new("dtxi", Real, Network, "ms", "interval between draws of the noise xi, a whole multiple of dt", "0.01", Minimum: 0, ExclusiveMinimum: true),
        new(
            "tauHP", Real, Network, "ms",
            "time constant of the high-pass of the rates from above; like all of them above dt, usually above 2 dt",
            "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("tauLO", Real, Network, "ms", "time constant of the low-passes", "100", Minimum: 0, ExclusiveMinimum: true),
        new("tauxi", Real, Network, "ms", "time constant of the Ornstein-Uhlenbeck noise xi", "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("taur", Real, Network, "", "prospective coding: 1 full look-ahead, 0 none", "1", Minimum: 0),
        new("gl", Real, Network, "1/ms", "leak conductance", "0.03", Minimum: 0, ExclusiveMinimum: true),
        new("gbas", Real, Network, "1/ms", "conductance basal dendrite to soma", "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("gapi", Real, Network, "1/ms", "conductance apical dendrite to soma", "0.06", Minimum: 0),
        new("gden", Real, Network, "1/ms", "conductance interneuron dendrite to soma", "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("gnI", Real, Network, "1/ms", "nudging conductance of the interneurons", "0.06", Minimum: 0),
        new("gntgt", Real, Network, "1/ms", "nudging conductance of the target", "0.06", Minimum: 0),
        new("activation", Word, Cortical, "", "activation function phi of each area", "logistic", Activation.Names),
        new("eta_fw", Real, Cortical, "", "learning rate of W", Minimum: 0),
        new("eta_bw", Real, Hidden, "", "learning rate of B", Minimum: 0),
        new("eta_IP", Real, Hidden, "", "learning rate of P", Minimum: 0),
        new("eta_PI", Real, Hidden, "", "learning rate of Q", Minimum: 0),
        new("alpha", Real, Hidden, "", "decay of B in its learning rule", "1e-6", Minimum: 0),
        new("noise_type", Word, Network, "", "process of the apical noise xi", "OU", NoiseProcess.Names),
        new("noise_mode", Word, Network, "", "what scales the noise: nothing, or the size of a potential", "const", NoiseProcess.Modes),
        new(
            "noise_scale", Real, Hidden, "",
            "amplitude of the noise, which models whose B learns from it have; without it B cannot learn",
            "0.01", Minimum: 0),
        new("inter_low_pass", Flag, Network, "", "low-pass the interneuron dendrite with tauLO", "false"),
        new("pyr_hi_pass", Flag, Network, "", "the rule of B uses the high-passed rate from above", "true"),
        new("dWPP_low_pass", Flag, Network, "", "low-pass the update of W with tauLO", "true"),
        new("dWPP_r_low_pass", Flag, Network, "", "low-pass the presynaptic rate in the rule of W", "false"),
        new("dWPP_post_low_pass", Flag, Network, "", "low-pass the post-synaptic error in the rule of W", "false"),
        new("dWPP_use_activation", Flag, Network, "", "the error of W compares rates (true) or potentials (false)", "true"),
        new("gate_regularizer", Flag, Network, "", "B decays only in columns with positive presynaptic factor", "false"),
        new("varphi_regularizer", Flag, Network, "", "B decays weighted with phi' of both sides", "false"),
        new("init_in_SPS", Flag, Network, "", "start in the self-predicting state: P and Q follow from W and B", "true"),
        new("init_WPP_range", ParameterKind.Range, Network, "", "initial W is uniform in this range", "[-0.1, 0.1]"),
        new(
            "init_WIP_range", ParameterKind.Range, Network, "",
            "initial P is uniform in this range (unless init_in_SPS)", "[-0.1, 0.1]"),
        new("init_BPP_range", ParameterKind.Range, Network, "", "initial B is uniform in this range", "[-1, 1]"),
        new("init_BPI_range", ParameterKind.Range, Network, "", "initial Q is uniform in this range (unless init_in_SPS)", "[-1, 1]"),
        new("init_potentials", Word, Network, "", "initial somatic potentials: all zero, or standard normal", "zero", ["zero", "normal"]),
        new("init_teacher_WPP_range", ParameterKind.Range, Teacher, "", "W of the teacher is uniform in this range", "[-1, 1]"),
        new("init_teacher_WIP_range", ParameterKind.Range, Teacher, "", "P of the teacher; not used, since a teacher is self-predicting", "[-1, 1]"),
        new("init_teacher_BPP_range", ParameterKind.Range, Teacher, "", "B of the teacher is uniform in this range", "[-1, 1]"),
        new("init_teacher_BPI_range", ParameterKind.Range, Teacher, "", "Q of the teacher; not used, since a teacher is self-predicting", "[-1, 1]"),
        new("generator", Word, Network, "", "random numbers: counter-based, or numpy's legacy stream for runs seed for seed with the authors' program", "counter", RandomGenerators.Names),
        new("precision", Word, Network, "", "what synaptic weights are held in: double, or single for half the memory", "double", Precisions.Names),
        new("forward_block", Ticks, Network, "ticks", "W of an area behind a delay is computed in blocks of so many ticks; 0: by delay and size of the matrix, 1: never", "0", Minimum: 0),
        new("noise_lag", Word, Network, "", "which xi the rule of B correlates with the rate from above: the present one, or the one a nominal round trip old", "none", s_lags),
        new("interneuron_lag", Word, Network, "", "which rates of their area drive the interneurons: the present ones, or those a nominal round trip old", "none", s_lags),
        new("prediction", Word, Network, "", "what an area takes for the potentials above it: what arrives, or its linear extrapolation over delay_down", "none", ["none", "linear"]),
        new("tau_prediction", Real, Network, "ms", "time constant of the slope that prediction extrapolates with", "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("target_delay", Word, Network, "", "when target and read-out act at the top: with the input, or later by the sum of delay_up", "immediate", ["immediate", "aligned"]),
    ]);

    /// <summary>All parameters of a network of microcircuits: time, cells and links.</summary>
    public static ParameterTable Table { get; } =
        ParameterTable.Join(StepOptions.Table, Cells, LinkTable.Parameters);

    /// <summary>All parameters, in the order in which they are shown.</summary>
    public static IReadOnlyList<ParameterDescriptor> All => Table.All;

    /// <summary>Parameters of links without which there is no delay, and so no remedy against delays either.</summary>
    public static IReadOnlyList<string> OfLinks { get; } = ["delay_up", "delay_down", "jitter", "sync"];


    /// <summary>The parameter of this name, or null.</summary>
    public static ParameterDescriptor? Find(string name) => Table.Find(name);
}
