using PalActors.Areas.Models.Microcircuit.Parameters;

namespace PalActors.Lab.Experiments;

/// <content>The authors' keys, and which of them must be given.</content>
internal sealed partial class AuthorsFile
{
    private const string Pal = "PAL";

    private static readonly string[] s_models = [Pal, "FA", "BP"];
    private static readonly string[] s_renamed = ["model_type", "random_seed"];
    private static readonly string[] s_run = ["layers", "dataset_size", "epochs", "settling_time", "rec_per_steps"];
    private static readonly string[] s_unused = ["noise_deg", "taueps"];
    private static readonly string[] s_optional = ["taur", "varphi_regularizer", "tauxi"];

    // A teacher starts self-predicting, whatever these say.
    private static readonly string[] s_neverUsed = ["init_teacher_WIP_range", "init_teacher_BPI_range"];
    private static readonly string[] s_unusedInSps = ["init_WIP_range", "init_BPI_range"];
    private static readonly string[] s_unusedWithoutPal =
    [
        "dtxi", "tauHP", "tauLO", "tauxi", "alpha", "noise_type", "noise_mode", "noise_scale", "inter_low_pass",
        "pyr_hi_pass", "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass", "gate_regularizer",
        "varphi_regularizer",
    ];

    private static readonly string[] s_refusedIfTrue = ["copy_teacher_weights", "copy_teacher_voltages"];
    private static readonly string[] s_onlyPal =
        ["inter_low_pass", "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass"];

    // Parameters that their files have; ours are more.
    private static readonly string[] s_parameters =
    [
        "dt", "Tpres", "dtxi", "tauHP", "tauLO", "taur", "tauxi", "gl", "gbas", "gapi", "gden", "gnI", "gntgt",
        "activation", "eta_fw", "eta_bw", "eta_IP", "eta_PI", "alpha", "noise_type", "noise_mode", "noise_scale",
        "inter_low_pass", "pyr_hi_pass", "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass",
        "dWPP_use_activation", "gate_regularizer", "varphi_regularizer", "init_in_SPS", "init_WPP_range",
        "init_WIP_range", "init_BPP_range", "init_BPI_range", "init_teacher_WPP_range", "init_teacher_WIP_range",
        "init_teacher_BPP_range", "init_teacher_BPI_range",
    ];

    /// <summary>All keys.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        .. s_renamed, .. s_run, .. s_parameters, .. s_unused, .. s_refusedIfTrue, "input_signal",
        .. AuthorsRecording.Keys,
    ];

    private void CheckKeys()
    {
        foreach (YamlEntry entry in _content.Entries)
        {
            ExperimentKeys.Check(entry, "", Keys);
            if (s_unused.Contains(entry.Key))
            {
                _notes.Add(
                    $"{entry.Source}: {entry.Key} belongs to noise_mode uP_adaptive, "
                    + "which the authors' program cannot run; it is not used.");
            }

            if (s_refusedIfTrue.Contains(entry.Key) && ValueReader.Flag(entry))
            {
                throw entry.Source.Error(
                    $"{entry.Key} is 'true'; copying the teacher is not supported, valid is false.");
            }

            if (entry.Key == "input_signal")
                ValueReader.Word(entry, ["step"]);
            if (AuthorsRecording.Keys.Contains(entry.Key))
                ValueReader.Flag(entry);
        }
    }

    // Keys that are not used need not be there: neither those never used, nor those that this model does not use.
    private void CheckMissing()
    {
        bool pal = Find("model_type") is not { Value: YamlScalar { Text: "FA" or "BP" } };
        bool selfPredicting = Find("init_in_SPS") is { Value: YamlScalar { Text: "true" } };
        IEnumerable<string> needed = [.. s_renamed, .. s_run, .. s_parameters];
        needed = needed.Except([.. s_optional, .. s_neverUsed]);
        needed = needed.Except([.. selfPredicting ? s_unusedInSps : [], .. pal ? [] : s_unusedWithoutPal]);
        MissingKeys missing = new(_path);
        foreach (string key in needed.Where(key => Find(key) is null))
            missing.Add(key, MicrocircuitTable.Find(key)?.Valid ?? RunKeyValid(key));
        missing.Check();
    }

    private static string RunKeyValid(string key) => key switch
    {
        "model_type" => "PAL, FA or BP",
        "random_seed" => "a list of whole numbers",
        "layers" => "a list with the size of each area, input first",
        "settling_time" => "a time in ms, 0 or more",
        _ => "a whole number, 1 or more",
    };
}
