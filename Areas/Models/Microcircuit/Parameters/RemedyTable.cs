using PalActors.Areas.Contract.Parameters;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Parameters of remedies against delays.</summary>
internal static class RemedyTable
{
    private static readonly string[] s_lags = ["none", "round_trip"];

    /// <summary>Parameters, in the order in which they are shown.</summary>
    public static ParameterTable Parameters { get; } = new(
    [
        new(
            "noise_lag", Word, Network, "",
            "which xi the rule of B correlates with the rate from above: the present one, or the one a nominal "
            + "round trip old",
            "none", s_lags),
        new(
            "interneuron_lag", Word, Network, "",
            "which rates of their area drive the interneurons: the present ones, or those a nominal round trip old",
            "none", s_lags),
        new(
            "prediction", Word, Network, "",
            "what an area takes for the potentials above it: what arrives, or its linear extrapolation over "
            + "delay_down",
            "none", ["none", "linear"]),
        new(
            "tau_prediction", Real, Network, "ms",
            "time constant of the slope that prediction extrapolates with",
            "0.1", Minimum: 0, ExclusiveMinimum: true),
        new(
            "target_delay", Word, Network, "",
            "when target and read-out act at the top: with the input, or later by the sum of delay_up",
            "immediate", ["immediate", "aligned"]),
    ]);
}
