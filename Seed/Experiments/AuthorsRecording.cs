namespace PalActors.Seed.Experiments;

/// <summary>The rec_* keys of the authors' parameter files.</summary>
public static class AuthorsRecording
{
    /// <summary>All of them but <c>rec_per_steps</c>, which says how often.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "rec_MSE", "rec_error", "rec_input", "rec_target", "rec_WPP", "rec_WIP", "rec_BPP", "rec_BPI", "rec_dWPP", "rec_dWIP", "rec_dBPP", "rec_dBPI", "rec_uP",
        "rec_uP_breve", "rec_rP_breve", "rec_rP_breve_HI", "rec_uI", "rec_uI_breve", "rec_rI_breve", "rec_vbas", "rec_vapi", "rec_vapi_noise", "rec_noise", "rec_epsilon",
        "rec_epsilon_LO", "rec_lat_mismatch",
    ];
}
