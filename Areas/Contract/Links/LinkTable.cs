using PalActors.Areas.Contract.Parameters;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Contract.Links;

/// <summary>Parameters of links, the same for every cell model.</summary>
public static class LinkTable
{
    /// <summary>The parameters, in the order in which they are shown.</summary>
    public static ParameterTable Parameters { get; } = new(
    [
        new(
            "delay_up", Ticks, Feedback, "ticks",
            "delay of the link from each hidden area to the area above", "0", Minimum: 0),
        new(
            "delay_down", Ticks, Feedback, "ticks",
            "delay of the link from the area above to each hidden area", "0", Minimum: 0),
        new(
            "jitter", Word, Feedback, "",
            "how delays between areas vary: distribution of what is added, drawn per link and tick",
            Jitter.None, Jitter.Names),
        new(
            "jitter_scale", Real, Feedback, "ticks",
            "jitter: largest value, a whole number (uniform); or standard deviation (normal) or median (lognormal) "
            + "before rounding and cutting",
            "1", Minimum: 0),
        new("jitter_max", Ticks, Feedback, "ticks", "jitter is cut to 0 up to this", "10", Minimum: 0),
        new("jitter_direction", Word, Feedback, "", "which links vary", "both", ["both", "up", "down"]),
        new(
            "sync", Word, Network, "",
            "lockstep: exact and reproducible; free: each area goes on with the newest emissions that have arrived, "
            + "not reproducible",
            "lockstep", ["lockstep", "free"]),
        new(
            "staleness", Ticks, Network, "ticks",
            "sync free: by how much these may be older than the delay says before an area waits; 0 is lockstep",
            "100", Minimum: 0),
    ]);
}
