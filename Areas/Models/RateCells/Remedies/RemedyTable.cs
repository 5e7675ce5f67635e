using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Remedies;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Remedies against delays; their equations are in docs/model.md.</summary>
/// <remarks>A new one is a <see cref="RateRemedy"/> in a file of its own and a row here.</remarks>
internal static class RemedyTable
{
    /// <summary>Remedies, in the order in which they are shown and act, and have their state.</summary>
    public static RemedyList<RateRemedy> Remedies { get; } = new(
    [
        NoiseLag.Row,
        RateLag.Row,
        new("both_lags", [.. NoiseLag.Row.Settings, .. RateLag.Row.Settings]),
        new(
            "slow_noise", RemedySetting.Times("tau_xi", 10), RemedySetting.Times("tau_HP", 10),
            RemedySetting.Times("pool_tau_xi", 10)),
    ]);
}
