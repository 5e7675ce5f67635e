using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Recordings that the <c>rec_*</c> keys of an authors' params.json stand for.</summary>
/// <param name="Record">The recordings.</param>
/// <param name="Notes">Differences from what the authors' program records, one line each.</param>
/// <param name="Refused">Keys that stand for nothing here, each with the reason.</param>
internal sealed record AuthorsChoice(
    IReadOnlyList<RecordingPlan> Record,
    IReadOnlyList<string> Notes,
    IReadOnlyList<(string Key, string Reason)> Refused);

/// <summary>Maps the <c>rec_*</c> keys of the authors' params.json to recordings.</summary>
internal static class AuthorsRecording
{
    private static readonly Dictionary<string, string> s_observables = new()
    {
        ["rec_WPP"] = "W",
        ["rec_WIP"] = "P",
        ["rec_BPP"] = "B",
        ["rec_BPI"] = "Q",
        ["rec_dWPP"] = "update_W",
        ["rec_dWIP"] = "update_P",
        ["rec_dBPP"] = "update_B",
        ["rec_dBPI"] = "update_Q",
        ["rec_uP"] = "somatic_potential",
        ["rec_uP_breve"] = "prospective_potential",
        ["rec_rP_breve"] = "rate",
        ["rec_rP_breve_HI"] = "high_passed_rate",
        ["rec_uI"] = "interneuron_potential",
        ["rec_uI_breve"] = "interneuron_prospective_potential",
        ["rec_rI_breve"] = "interneuron_rate",
        ["rec_vbas"] = "basal_potential",
        ["rec_vapi"] = "apical_potential",
        ["rec_vapi_noise"] = "apical_potential_with_noise",
        ["rec_noise"] = "noise",
        ["rec_input"] = "input",
        ["rec_target"] = "target",
        ["rec_lat_mismatch"] = "interneuron_prospective_potential",
    };

    private static readonly Dictionary<string, string> s_notes = new()
    {
        ["rec_dWPP"] =
            "rec_dWPP: update_W is the change of W in the step, which is the low-passed update where "
            + "dWPP_low_pass is on",
        ["rec_dBPP"] = "rec_dBPP: update_B is the change of B in the step, decay included",
        ["rec_error"] = "rec_error: where there is a target, it is error_target in metrics.csv",
        ["rec_MSE"] = "rec_MSE: where there is a target, it follows from error_target in metrics.csv",
        ["rec_lat_mismatch"] =
            "rec_lat_mismatch: interneuron_prospective_potential is recorded; record "
            + "prospective_potential of the area above beside it to have the difference",
        ["rec_rP_breve_HI"] =
            "rec_rP_breve_HI: high_passed_rate is the value after the high-pass of the step; the "
            + "authors' recorder runs before it",
    };

    private static readonly Dictionary<string, string> s_refused = new()
    {
        ["rec_epsilon"] = "no area holds it",
        ["rec_epsilon_LO"] = "no area holds it",
    };

    /// <summary>All keys that are known, <c>rec_per_steps</c> not among them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. s_observables.Keys, "rec_error", "rec_MSE", .. s_refused.Keys];

    /// <summary>Recordings that the keys which are true in a file stand for.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="every">
    /// <c>rec_per_steps</c>: steps between records, counted from step 1 over settling and training.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not 1 or more.</exception>
    public static AuthorsChoice Of(IEnumerable<string> keys, long every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        List<RecordingPlan> record = [];
        List<string> notes = [];
        List<(string, string)> refused = [];
        foreach (string key in keys.Distinct())
        {
            if (s_observables.TryGetValue(key, out string? observable))
                record.Add(new RecordingPlan(observable, [], [], every, []));
            else if (!s_notes.ContainsKey(key))
                refused.Add((key, s_refused.GetValueOrDefault(key, $"it is unknown; {NearestKey.Advice(key, Keys)}")));
            if (s_notes.TryGetValue(key, out string? note))
                notes.Add(note);
        }

        return new AuthorsChoice(record, notes, refused);
    }
}
