namespace PalActors.Areas.Models.Remedies;

/// <summary>Words of remedies that lag by a round trip.</summary>
internal static class Lags
{
    /// <summary>The word with which they act.</summary>
    public const string RoundTrip = "round_trip";

    /// <summary>Valid words.</summary>
    public static string[] Words { get; } = ["none", RoundTrip];
}
