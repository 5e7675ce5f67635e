using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Remedies;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Remedies against delays; their equations are in docs/model.md.</summary>
/// <remarks>A new one is a <see cref="PathwayRemedy"/> in a file of its own and a row here.</remarks>
internal static class RemedyTable
{
    /// <summary>Remedies, in the order in which they are shown and act, and have their state.</summary>
    public static RemedyList<MicrocircuitRemedy> Remedies { get; } = new(
    [
        NoiseLag.Row,
        InterneuronLag.Row,
        new("both_lags", [.. NoiseLag.Row.Settings, .. InterneuronLag.Row.Settings]),
        new("slow_noise", RemedySetting.Times("tauxi", 10), RemedySetting.Times("tauHP", 10)),
        Prediction.Row,
        TargetTiming.Row,
    ]);

    /// <summary>Plain name of a block of a state, or null if it is none of a remedy.</summary>
    public static string? MeaningOf(string block) => Remedies.All
        .Select(remedy => remedy.Blocks.GetValueOrDefault(block))
        .FirstOrDefault(meaning => meaning is not null);
}
