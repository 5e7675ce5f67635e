using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Seed.Experiments;

/// <summary>
/// The authors' own parameter files (params.json) as experiments: their keys, the same generator, seed for seed. What their program ignores or mishandles is told once, with what is
/// done here; what is not supported is refused by name, never ignored.
/// </summary>
public sealed class AuthorsFile
{
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
    private static readonly string[] s_onlyPal = ["inter_low_pass", "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass"];

    // Parameters of ours that their files do not have.
    private static readonly string[] s_ours =
    [
        "generator", "init_potentials", "precision", "delay_up", "delay_down", "forward_block", "jitter", "jitter_scale", "jitter_max", "jitter_direction", "sync", "staleness", "pace", "real_time",
        "noise_lag", "interneuron_lag", "prediction", "tau_prediction", "target_delay",
    ];

    private readonly YamlMap _map;
    private readonly string _path;
    private readonly List<string> _notes = [];

    private AuthorsFile(string path)
    {
        _path = path;
        List<YamlEntry> repeated = [];
        _map = JsonText.ReadFile(path, repeated);
        foreach (YamlEntry entry in repeated.Where(entry => entry.Key != "_comment"))
            _notes.Add($"{entry.Source}: {entry.Key} is given more than once; its last value counts, as in the authors' program.");
    }

    /// <summary>The file as an experiment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="task">The task, <c>bw_only</c> or <c>fw_bw</c>.</param>
    /// <param name="notes">Receives what there is to tell about it.</param>
    /// <exception cref="InputException">It cannot be read, or asks for what is not supported.</exception>
    public static YamlMap Read(string path, string task, ICollection<string> notes)
    {
        AuthorsFile file = new(path);
        YamlMap experiment = file.Convert(task);
        foreach (string note in file._notes)
            notes.Add(note);
        return experiment;
    }

    private static IEnumerable<string> Parameters => MicrocircuitTable.All.Select(parameter => parameter.Name).Except(s_ours);

    private YamlMap Convert(string task)
    {
        CheckKeys();
        CheckMissing();
        string model = ValueReader.Word(Require("model_type"), ["PAL", "FA", "BP"]);
        int areas = Require("layers").Value is YamlList layers ? layers.Items.Count - 1 : 0;
        List<YamlEntry> entries =
        [
            Ours("description", $"{Path.GetFileName(_path)} of the authors' program, task {task}"),
            Ours("task", task),
            Ours("generator", RandomGenerators.NumpyLegacy),
            Ours("init_potentials", "normal"),
            Require("model_type") with { Key = "model" },
            Require("random_seed") with { Key = "seeds" },
            .. s_run.Select(Require),
        ];
        foreach (string name in Parameters)
        {
            if (Find(name) is not { } entry)
                Missing(name, model);
            else
                entries.Add(Fitted(entry, areas));
        }

        if (Recording() is { } record)
            entries.Add(record);
        if (model != "PAL")
            IgnorePal(entries, model);
        return new YamlMap(_map.Source, entries);
    }

    private void CheckKeys()
    {
        string[] valid = [.. s_renamed, .. s_run, .. Parameters, .. s_unused, .. s_refusedIfTrue, "input_signal", .. AuthorsRecording.Keys];
        foreach (YamlEntry entry in _map.Entries.Where(entry => entry.Key != "_comment"))
        {
            ExperimentKeys.Check(entry, "", valid);
            if (s_unused.Contains(entry.Key))
                _notes.Add($"{entry.Source}: {entry.Key} belongs to noise_mode uP_adaptive, which the authors' program cannot run; it is not used.");
            if (s_refusedIfTrue.Contains(entry.Key) && ValueReader.Flag(entry))
                throw entry.Source.Error($"{entry.Key} is 'true'; copying the teacher is not supported, valid is false.");
            if (entry.Key == "input_signal")
                ValueReader.Word(entry, ["step"]);
            if (AuthorsRecording.Keys.Contains(entry.Key))
                ValueReader.Flag(entry);
        }
    }

    private void Missing(string name, string model)
    {
        if (name == "tauxi" && model == "PAL")
            _notes.Add($"{_path}: tauxi is missing; it is {MicrocircuitTable.Find(name)!.Default} ms.");
    }

    // Their lists may be longer than the network needs, never shorter.
    private YamlEntry Fitted(YamlEntry entry, int areas)
    {
        ParameterScope scope = MicrocircuitTable.Find(entry.Key)!.Scope;
        int needed = scope == ParameterScope.Cortical ? areas : scope == ParameterScope.Hidden ? areas - 1 : 0;
        if (entry.Value is not YamlList list || needed < 1 || list.Items.Count == needed)
            return entry;
        string what = scope == ParameterScope.Cortical ? "areas above the input" : "hidden areas";
        if (list.Items.Count < needed)
            throw entry.Source.Error($"{entry.Key} is {list.Show()}, {list.Items.Count} values; valid is one for each of the {needed} {what}.");
        _notes.Add($"{entry.Source}: {entry.Key} has {list.Items.Count} values for {needed} {what}; the first {(needed == 1 ? "is" : $"{needed} are")} used, as in the authors' program.");
        return entry with { Value = list with { Items = [.. list.Items.Take(needed)] } };
    }

    private void IgnorePal(List<YamlEntry> entries, string model)
    {
        entries.AddRange(s_onlyPal.Where(key => Find(key) is null).Select(key => Ours(key, "false")));
        string[] given = [.. s_onlyPal.Where(key => Find(key) is { Value: YamlScalar { Text: "true" } })];
        foreach (string key in given)
            entries[entries.FindIndex(entry => entry.Key == key)] = Ours(key, "false");
        if (given.Length > 0)
            _notes.Add($"{_path}: {string.Join(", ", given)}: only PAL has it; {model} goes without, as in the authors' program.");
    }

    // What their recorder would keep, at their interval.
    private YamlEntry? Recording()
    {
        YamlEntry every = Require("rec_per_steps");
        YamlEntry[] chosen = [.. _map.Entries.Where(entry => AuthorsRecording.Keys.Contains(entry.Key) && ValueReader.Flag(entry))];
        AuthorsChoice choice = AuthorsRecording.Of(chosen.Select(entry => entry.Key), ValueReader.Whole(every, 1, long.MaxValue));
        foreach ((string key, string reason) in choice.Refused)
            throw Find(key)!.Source.Error($"{key} is 'true'; it cannot be recorded, {reason}; valid is false.");
        foreach (string note in choice.Notes)
            _notes.Add($"{_path}: {note}.");
        if (choice.Record.Count == 0)
            return null;
        Source source = every.Source;
        return new YamlEntry("record", source, new YamlList(source, [.. choice.Record.Select(plan => new YamlMap(
            source,
            [new YamlEntry("observable", source, new YamlScalar(source, plan.Observable, false)), new YamlEntry("every", source, every.Value)]))]));
    }

    private YamlEntry Ours(string key, string value) => new(key, _map.Source, new YamlScalar(_map.Source, value, false));

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key == key);

    private YamlEntry Require(string key) => Find(key)!;

    // What is not used need not be there: neither what is never used, nor what this model does not use.
    private void CheckMissing()
    {
        bool pal = Find("model_type") is not { Value: YamlScalar { Text: "FA" or "BP" } };
        bool selfPredicting = Find("init_in_SPS") is { Value: YamlScalar { Text: "true" } };
        IEnumerable<string> needed = [.. s_renamed, .. s_run, .. Parameters];
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
