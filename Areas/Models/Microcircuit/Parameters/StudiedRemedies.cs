using PalActors.Areas.Contract.Models;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Remedies against delays by the names that studies offer.</summary>
internal static class StudiedRemedies
{
    /// <summary>Remedies; their equations are in docs/model.md.</summary>
    public static IReadOnlyList<RemedyDescriptor> All { get; } =
    [
        new("noise_lag", new RemedySetting("noise_lag", "round_trip")),
        new("interneuron_lag", new RemedySetting("interneuron_lag", "round_trip")),
        new(
            "both_lags", new RemedySetting("noise_lag", "round_trip"),
            new RemedySetting("interneuron_lag", "round_trip")),
        new("slow_noise", RemedySetting.Times("tauxi", 10), RemedySetting.Times("tauHP", 10)),
        new("prediction", new RemedySetting("prediction", "linear")),
    ];
}
