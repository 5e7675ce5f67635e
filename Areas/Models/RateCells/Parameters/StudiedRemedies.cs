using PalActors.Areas.Contract.Models;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Remedies against delays by the names that studies offer.</summary>
internal static class StudiedRemedies
{
    /// <summary>Remedies; their equations are in docs/model.md.</summary>
    public static IReadOnlyList<RemedyDescriptor> All { get; } =
    [
        new("noise_lag", new RemedySetting("noise_lag", RateWords.RoundTrip)),
        new("rate_lag", new RemedySetting("rate_lag", RateWords.RoundTrip)),
        new(
            "both_lags", new RemedySetting("noise_lag", RateWords.RoundTrip),
            new RemedySetting("rate_lag", RateWords.RoundTrip)),
        new(
            "slow_noise", RemedySetting.Times("tau_xi", 10), RemedySetting.Times("tau_HP", 10),
            RemedySetting.Times("pool_tau_xi", 10)),
    ];
}
