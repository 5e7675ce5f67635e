using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Populations;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Parameters of the cells: time constants, conductances and activation.</summary>
internal static class DynamicsTable
{
    /// <summary>Parameters, in the order in which they are shown.</summary>
    public static ParameterTable Parameters { get; } = new(
    [
        new(
            "dtxi", Real, Network, "ms",
            "interval between draws of the noise xi, a whole multiple of dt",
            "0.01", Minimum: 0, ExclusiveMinimum: true),
        new(
            "tauHP", Real, Network, "ms",
            "time constant of the high-pass of the rates from above; like all of them above dt, usually above 2 dt",
            "0.1", Minimum: 0, ExclusiveMinimum: true),
        new(
            "tauLO", Real, Network, "ms",
            "time constant of the low-passes",
            "100", Minimum: 0, ExclusiveMinimum: true),
        new(
            "tauxi", Real, Network, "ms",
            "time constant of the Ornstein-Uhlenbeck noise xi",
            "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("taur", Real, Network, "", "prospective coding: 1 full look-ahead, 0 none", "1", Minimum: 0),
        new("gl", Real, Network, "1/ms", "leak conductance", "0.03", Minimum: 0, ExclusiveMinimum: true),
        new(
            "gbas", Real, Network, "1/ms",
            "conductance basal dendrite to soma",
            "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("gapi", Real, Network, "1/ms", "conductance apical dendrite to soma", "0.06", Minimum: 0),
        new(
            "gden", Real, Network, "1/ms",
            "conductance interneuron dendrite to soma",
            "0.1", Minimum: 0, ExclusiveMinimum: true),
        new("gnI", Real, Network, "1/ms", "nudging conductance of the interneurons", "0.06", Minimum: 0),
        new("gntgt", Real, Network, "1/ms", "nudging conductance of the target", "0.06", Minimum: 0),
        new("activation", Word, Cortical, "", "activation function phi of each area", "logistic", Activation.Names),
    ]);
}
