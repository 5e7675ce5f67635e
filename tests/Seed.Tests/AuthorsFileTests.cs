using System.Text.Json;
using System.Text.Json.Nodes;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>
/// Parameter files with the authors' keys: run unchanged, with a note of unused keys, and refused with the name of a
/// wrong one.
/// </summary>
public sealed class AuthorsFileTests
{
    private static readonly string[] s_recorded =
    [
        "MSE", "error", "input", "target", "WPP", "WIP", "BPP", "BPI", "dWPP", "dWIP", "dBPP", "dBPI", "uP", "uP_breve",
        "rP_breve", "rP_breve_HI", "uI", "uI_breve", "rI_breve",
        "vbas", "vapi", "vapi_noise", "noise", "epsilon", "epsilon_LO", "lat_mismatch",
    ];

    [Fact]
    public void ItIsTheNamedExperimentOfItsParameters()
    {
        (Experiment file, List<string> notes) = Read(Parameters(), "bw_only");
        Experiment named = ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("fig3abc"), new Override("--set", "angle_dW_BP", "false"));
        PlanOption[] expected = named.OptionsOf(named.Variant("PAL")), actual = file.OptionsOf(file.Variant("PAL"));
        Assert.Equal(expected.Select(option => option.Name), actual.Select(option => option.Name));
        Assert.Equal(named.DataSeed, file.DataSeed);
        Assert.Equal(
            new { named.Train, named.Epochs, named.SettlingTime, named.RecordEvery },
            new { file.Train, file.Epochs, file.SettlingTime, file.RecordEvery });
        Assert.Equal(JsonSerializer.Serialize(Bound(named)), JsonSerializer.Serialize(Bound(file)));
        string note = Assert.Single(notes);
        Assert.Contains("noise_deg", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FA")]
    [InlineData("BP")]
    public void OthersThanPalGoWithoutItsFilters(string model)
    {
        (Experiment file, List<string> notes) =
            Read(Parameters(("model_type", $"\"{model}\""), ("inter_low_pass", "true")), "fw_bw");
        Assert.Equal([model], file.Selected);
        Assert.All(
            ["inter_low_pass", "dWPP_low_pass"],
            (string name) => Assert.Equal(["false"], file.Parameters.Single(option => option.Name == name).Values));
        Assert.Contains(
            notes, note => note.Contains("inter_low_pass, dWPP_low_pass: only PAL has it", StringComparison.Ordinal));
    }

    [Fact]
    public void AListThatIsTooLongIsUsedAndTold()
    {
        (Experiment file, List<string> notes) = Read(Parameters(("alpha", "[1e-5, 2e-5, 3e-5, 4e-5]")), "bw_only");
        Assert.Equal(["1e-5", "2e-5", "3e-5"], file.Parameters.Single(option => option.Name == "alpha").Values);
        Assert.Contains(
            notes, note => note.Contains("alpha has 4 values for 3 hidden areas", StringComparison.Ordinal));
    }

    [Fact]
    public void OfAKeyThatIsGivenTwiceTheLastCounts()
    {
        string text = Parameters();
        (Experiment file, List<string> notes) = Read(text[..text.LastIndexOf('}')] + ", \"epochs\": 7}", "bw_only");
        Assert.Equal(7, file.Epochs);
        Assert.Contains(notes, note => note.Contains("epochs is given more than once", StringComparison.Ordinal));
        Assert.DoesNotContain(notes, note => note.Contains("_comment", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsOptionalMayBeMissing()
    {
        (Experiment file, List<string> notes) =
            Read(Parameters(("tauxi", null), ("noise_deg", null), ("rec_lat_mismatch", null)), "bw_only");
        Assert.Equal(["0.1"], file.Parameters.Single(option => option.Name == "tauxi").Values);
        Assert.Contains("tauxi is missing; it is 0.1 ms", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheyRecordIsRecordedAtTheirInterval()
    {
        (Experiment file, List<string> notes) =
            Read(Parameters(("rec_WPP", "true"), ("rec_vbas", "true"), ("rec_error", "true")), "fw_bw");
        Assert.Equal(
            [("W", 1000), ("basal_potential", 1000)], file.Record.Select(plan => (plan.Observable, plan.Every)));
        Assert.Contains(notes, note => note.Contains("error_target in metrics.csv", StringComparison.Ordinal));
        Assert.Contains(
            "rec_epsilon is 'true'",
            Assert.Throws<InputException>(() => Read(Parameters(("rec_epsilon", "true")), "fw_bw")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AllKeysThatAreMissingAreToldAtOnce()
    {
        string text = Parameters(("gl", null), ("random_seed", null), ("epochs", null), ("eta_bw", null));
        string message = Assert.Throws<InputException>(() => Read(text, "bw_only")).Message;
        Assert.Contains("params.json: 4 keys are missing: ", message, StringComparison.Ordinal);
        string[] parts = ["random_seed (a list of", "epochs (a whole", "gl (a finite", "eta_bw (a finite"];
        foreach (string part in parts)
            Assert.Contains(part, message, StringComparison.Ordinal);
    }

    // Without the keys that docs and notes call unused the result is the same.
    [Theory]
    [InlineData("PAL", "init_teacher_WIP_range", "init_teacher_BPI_range", "init_WIP_range", "init_BPI_range",
        "noise_deg", "input_signal", "copy_teacher_weights", "copy_teacher_voltages")]
    [InlineData("FA", "dtxi", "tauHP", "tauLO", "tauxi", "alpha", "noise_type", "noise_mode", "noise_scale",
        "pyr_hi_pass", "inter_low_pass", "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass", "gate_regularizer")]
    [InlineData("BP", "dtxi", "tauHP", "tauLO", "tauxi", "alpha", "noise_type", "noise_mode", "noise_scale",
        "pyr_hi_pass", "inter_low_pass", "dWPP_low_pass", "dWPP_r_low_pass", "dWPP_post_low_pass", "gate_regularizer")]
    public void WhatIsNotUsedNeedNotBeThere(string model, params string[] unused)
    {
        string whole = Without();
        Assert.All(unused, key => Assert.Equal(whole, Without(key)));
        Assert.Equal(whole, Without(unused));

        string Without(params string[] keys)
        {
            (string, string?)[] named = [("model_type", $"\"{model}\""), ("dataset_size", "3"), ("settling_time", "1")];
            (string, string?)[] changes = [.. named, .. keys.Select(key => (key, (string?)null))];
            return Digest(Read(Parameters(changes), "fw_bw").Experiment);
        }
    }

    [Fact]
    public void WhatIsUsedOutsideTheSelfPredictingStateMustBeThere()
    {
        string text = Parameters(("init_in_SPS", "false"), ("init_WIP_range", null), ("init_BPI_range", null));
        string message = Assert.Throws<InputException>(() => Read(text, "bw_only")).Message;
        Assert.Contains("2 keys are missing", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gl", null, "gl is missing", "finite number above 0")]
    [InlineData("random_seed", null, "random_seed is missing")]
    [InlineData("layers", null, "layers is missing")]
    [InlineData("eta_bw", "[50, 50]", "eta_bw is [50, 50], 2 values", "each of the 3 hidden areas")]
    [InlineData("eta_fw", "[1]", "eta_fw is [1], 1 values", "each of the 4 areas above the input")]
    [InlineData("gl", "\"0.03\"", "gl is \"0.03\"", "finite number above 0")]
    [InlineData("gl", "null", "gl is 'null'", "finite number above 0")]
    [InlineData("epochs", "\"many\"", "epochs is \"many\"", "whole number")]
    [InlineData("epochs", "1.5", "epochs is '1.5'", "whole number")]
    [InlineData("model_type", "\"DFA\"", "model_type is \"DFA\"", "PAL, FA, BP")]
    [InlineData("copy_teacher_weights", "true", "copy_teacher_weights is 'true'", "valid is false")]
    [InlineData("copy_teacher_voltages", "true", "copy_teacher_voltages is 'true'", "valid is false")]
    [InlineData("input_signal", "\"cartpole\"", "input_signal is \"cartpole\"", "step")]
    [InlineData("noise_mode", "\"uP_adaptive\"", "noise_mode is 'uP_adaptive'", "const")]
    [InlineData("noise_mode", "\"vapi\"", "noise_mode is 'vapi'", "const")]
    [InlineData("rec_WPP", "1", "rec_WPP is '1'", "true, false")]
    [InlineData("eta_wf", "1", "'eta_wf' is not a key", "'eta_fw'")]
    [InlineData("generator", "\"counter\"", "'generator' is not a key")]
    [InlineData("Tpres", "0.005", "Tpres is 0.005", "whole multiple of dt")]
    public void WhatIsWrongIsNamedWithItsPlace(string key, string? value, params string[] parts)
    {
        InputException error = Assert.Throws<InputException>(() => Read(Parameters((key, value)), "bw_only"));
        Assert.All([.. parts, "params.json"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        if (value is not null)
            Assert.Matches(@"params\.json:\d+:", error.Message);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("[1, 2]", "not a parameter file")]
    [InlineData("dt: 0.01", "not valid JSON")]
    [InlineData("{\"dt\": 0.01", "not valid JSON")]
    [InlineData("{\"dt\": 0.01} x", "not valid JSON")]
    [InlineData("{\"dt\": NaN}", "params.json:1: dt: NaN is no number of JSON; valid is a finite number.")]
    [InlineData("{\"dt\": 1,\n\"eta_fw\": [1, -Infinity]}", "params.json:2: eta_fw: -Infinity is no number of JSON")]
    [InlineData("{\"dt\": 1,\n\"NaN\": 2 \"eta_fw\": Infinity}", "params.json:2: not valid JSON")]
    public void WhatIsNoJsonIsSaid(string text, string part) =>
        Assert.Contains(
            part, Assert.Throws<InputException>(() => Read(text, "bw_only")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task TheTaskMustBeNamedForSuchAFileAndOnlyForSuch()
    {
        using TemporaryFolder folder = new();
        string path = folder["params.json"];
        await File.WriteAllTextAsync(path, Parameters());
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", path, "--out", folder["out"]), "--task is missing", "bw_only or fw_bw");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", path, "--task", "classification"),
            "--task is 'classification'",
            "bw_only or fw_bw");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", "yin-yang", "--task", "bw_only"),
            "--task is 'bw_only'",
            "names its own task");
        Assert.False(Directory.Exists(folder["out"]));
    }

    private static string Digest(Experiment experiment)
    {
        PlainLoop loop = new(new PlannedNetwork(NetworkPlans.Of(experiment)[0]));
        loop.RunTo(300);
        return NetworkDigest.Compute(loop.Capture());
    }

    private static object Bound(Experiment experiment) =>
        new Areas.Models.Microcircuit.Parameters.MicrocircuitParameters(
            experiment.Graph, experiment.OptionsOf(experiment.Variant("PAL")));

    private static (Experiment Experiment, List<string> Notes) Read(string text, string task)
    {
        using TemporaryFolder folder = new();
        string path = folder["params.json"];
        File.WriteAllText(path, text);
        List<string> notes = [];
        return (ExperimentSource.Read(CellModels.All, path, task, [], notes), notes);
    }

    // The parameters of Fig. 3a-c under the authors' keys; a change with a null value leaves the key out.
    internal static string Parameters(params (string Key, string? Value)[] changes)
    {
        JsonObject file = JsonNode.Parse("""
            {
              "dt": 1e-2, "Tpres": 1, "dtxi": 1e-2, "tauHP": 1e-1, "tauLO": 1e+2, "tauxi": 1e-1,
              "dataset_size": 100, "epochs": 100, "settling_time": 100,
              "layers": [5, 20, 10, 20, 5], "activation": "logistic", "model_type": "PAL",
              "noise_type": "OU", "noise_scale": [5e-2, 5e-2, 5e-2], "noise_deg": 30,
              "noise_mode": "const", "gl": 0.03, "gbas": 0.1, "gapi": 0.06, "gden": 0.1, "gnI": 0.06, "gntgt": 0.06,
              "eta_fw": [1, 1, 1, 1], "eta_bw": [50, 50, 50], "eta_IP": [0, 0, 0], "eta_PI": [5, 5, 5],
              "init_WPP_range": [-1, 1], "init_WIP_range": [-1, 1],
              "init_BPP_range": [-1, 1], "init_BPI_range": [-1, 1],
              "init_teacher_WPP_range": [-1, 1], "init_teacher_WIP_range": [-1, 1],
              "init_teacher_BPP_range": [-1, 1], "init_teacher_BPI_range": [-1, 1],
              "alpha": [1e-5, 1e-5, 1e-5], "random_seed": [123, 456, 789, 111, 222], "init_in_SPS": true,
              "inter_low_pass": false, "pyr_hi_pass": true,
              "dWPP_low_pass": true, "dWPP_r_low_pass": false, "dWPP_post_low_pass": false,
              "gate_regularizer": false, "dWPP_use_activation": true,
              "input_signal": "step", "copy_teacher_weights": false, "copy_teacher_voltages": false,
              "rec_per_steps": 1000
            }
            """)!.AsObject();
        foreach (string quantity in s_recorded)
            file[$"rec_{quantity}"] = false;
        List<string> lines = [];
        foreach ((string key, JsonNode? value) in file)
        {
            if (!changes.Any(change => change.Key == key))
                lines.Add($"\"_comment\": \"on {key}\"");
            (string, string? Value) change = changes.FirstOrDefault(c => c.Key == key);
            if (change == default)
                lines.Add($"\"{key}\": {value!.ToJsonString()}");
        }

        lines.AddRange(
            changes.Where(change => change.Value is not null).Select(change => $"\"{change.Key}\": {change.Value}"));
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }
}
