using System.Text.RegularExpressions;
using CsCheck;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>
/// Every bad experiment gives exit code 2 and one line with file, line, key, value and the valid values, and leaves no
/// files.
/// </summary>
public sealed class BadExperimentTests
{
    [Theory]
    [InlineData("PAL-norm", "init_BPP_range=[0, 0]", "init_BPP_range is '0, 0'")]
    [InlineData("PAL-norm", "gate_regularizer=true", "gate_regularizer is 'true'", "valid is false")]
    [InlineData("BP", "dWPP_r_low_pass=true", "dWPP_r_low_pass is 'true'", "valid with model BP is false")]
    public async Task WhatARuleRefusesIsBadInput(string model, string setting, params string[] parts)
    {
        using TemporaryFolder folder = new();
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "run", "yin-yang", "--set", $"model={model}", "--set", setting, "--out", folder["out"]),
            ["--set", .. parts]);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("eta_bw: 0.5", "etaa_bw: 0.5", "'etaa_bw' is not a key", "nearest valid one is 'eta_bw'")]
    [InlineData("epochs: 30", "epoch: 20", "'epoch' is not a key", "nearest valid one is 'epochs'")]
    [InlineData(
        "{model: PAL, eta_bw: 0,", "{model: PAL, eta_wb: 0,", "models.no-feedback: 'eta_wb' is not a key", "'eta_bw'")]
    [InlineData("{model: PAL, eta_bw: 0,", "{eta_bw: 0,", "models.no-feedback.model is missing", "PAL, FA, BP")]
    [InlineData(
        "{model: PAL, eta_bw: 0,", "{model: PLA, eta_bw: 0,", "models.no-feedback.model is 'PLA'", "PAL, FA, BP")]
    [InlineData("FA: {eta_bw: 0,", "FA: {eta_bw: -1,", "models.FA: eta_bw is '-1'", "0 or more")]
    [InlineData("FA: {eta_bw: 0,", "FA: {model: BP, eta_bw: 0,", "models.FA.model is 'BP'", "one of FA")]
    [InlineData("FA: {eta_bw", "F A: {eta_bw", "'F A'", "letters, digits")]
    [InlineData("test: 900", "test: 900\ntest: 800", "test is given twice", "each key once")]
    [InlineData("[4, 30, 3]", "[4, 0, 3]", "layers[1] is '0'", "1 or more")]
    [InlineData("[4, 30, 3]", "[4, -30, 3]", "layers[1] is '-30'", "1 or more")]
    [InlineData("[4, 30, 3]", "[4, 2.5, 3]", "layers[1] is '2.5'", "whole number")]
    [InlineData("[4, 30, 3]", "[5, 30, 3]", "layers[0] is 5", "valid is 4, the inputs of yin-yang")]
    [InlineData("[4, 30, 3]", "[4, 30, 10]", "layers[2] is 10", "valid is 3, the classes of yin-yang")]
    [InlineData("[4, 30, 3]", "30", "layers is '30'", "list")]
    [InlineData("[4, 30, 3]", "[4]", "layers is [4]", "at least one area above")]
    [InlineData("train: 6000", "train: 0", "train is '0'", "from 1")]
    [InlineData("validation: 900", "validation: -1", "validation is '-1'", "from 1")]
    [InlineData("test: 900", "test:", "test is ''", "from 1")]
    [InlineData("epochs: 30", "epochs: 0", "epochs is '0'", "from 1")]
    [InlineData("epochs: 30", "epochs: \"20\"", "epochs is \"20\"", "whole number")]
    [InlineData("epochs: 30", "epochs: [20]", "epochs is [20]", "whole number")]
    [InlineData("eta_fw: [50, 0.01]", "eta_fw: [50, 0.01, 1]", "eta_fw has 3 values", "takes 1 or 2")]
    [InlineData("eta_bw: 0.5", "eta_bw: [0.5, 0.5]", "eta_bw has 2 values", "1 hidden area, so it takes 1.")]
    [InlineData("eta_fw: [50, 0.01]", "eta_fw: [50, {a: 1}]", "eta_fw is {a}", "finite number")]
    [InlineData("eta_fw: [50, 0.01]", "eta_fw: fast", "eta_fw is 'fast'", "finite number")]
    [InlineData("gl: 0.03", "gl: .nan", "gl is '.nan'", "finite number above 0")]
    [InlineData("gl: 0.03", "gl: NaN", "gl is 'NaN'", "finite number above 0")]
    [InlineData("gl: 0.03", "gl: .inf", "gl is '.inf'", "finite number above 0")]
    [InlineData("gl: 0.03", "gl: 1e999", "gl is '1e999'", "finite number above 0")]
    [InlineData("gl: 0.03", "gl: '0.03'", "gl is \"0.03\"", "finite number above 0")]
    [InlineData("gl: 0.03", "gl: -0.03", "gl is '-0.03'", "above 0")]
    [InlineData("tauxi: 0.1", "tauxi: 0", "tauxi is '0'", "above 0")]
    [InlineData("Tpres: 1", "Tpres: 0.005", "Tpres is 0.005", "whole multiple of dt")]
    [InlineData("activation: logistic", "activation: logistik", "activation is 'logistik'", "one of linear, relu")]
    [InlineData("pyr_hi_pass: true", "pyr_hi_pass: yes", "pyr_hi_pass is 'yes'", "true or false")]
    [InlineData("delay_up: 0", "delay_up: -1", "delay_up is '-1'", "0 or more")]
    [InlineData("delay_down: 0", "delay_down: 1.5", "delay_down is '1.5'", "whole number of ticks")]
    [InlineData("delay_down: 0", "delay_down: '3'", "delay_down is \"3\"", "whole number of ticks")]
    [InlineData(
        "delay_up: 0",
        "delay_up: 0.015 ms",
        "delay_up is '0.015 ms', which is 1.5 ticks of dt = 0.01 ms",
        "here 1 or 2")]
    [InlineData("delay_up: 0", "delay_up: -0.01 ms", "delay_up is '-0.01 ms'", "0 or more")]
    [InlineData("delay_up: 0", "delay_up: 200000", "delay_up is '200000'", "at most 100000 ticks, 1000 ms")]
    [InlineData("delay_up: 0", "jitter: gamma", "jitter is 'gamma'", "one of none, uniform, normal, lognormal")]
    [InlineData("delay_up: 0", "jitter_scale: -1", "jitter_scale is '-1'", "0 or more")]
    [InlineData(
        "init_BPP_range: [-1, 1]", "init_BPP_range: [1, -1]", "init_BPP_range is '1, -1'", "two finite numbers")]
    [InlineData("data: yin-yang", "data: mnits", "data is 'mnits'", "yin-yang")]
    [InlineData("data: yin-yang", "data: mnist", "data_seed is given", "data is mnist", "valid is data_folder")]
    [InlineData(
        "data: yin-yang", "data: yin-yang\ndata_folder: digits", "data_folder is given", "drawn from data_seed")]
    [InlineData("task: classification", "task: regression", "task is 'regression'", "classification")]
    [InlineData("model: PAL ", "model: PALL ", "model is 'PALL'", "PAL, FA, BP, PAL-norm, no-feedback")]
    [InlineData("model: PAL ", "model: [PAL, PAL] ", "model holds 'PAL' twice", "different values")]
    [InlineData("seeds: [123456]", "seeds: []", "seeds is []", "at least one value")]
    [InlineData("seeds: [123456]", "seeds: [1, 2, 1]", "seeds holds '1' twice", "different values")]
    [InlineData("seeds: [123456]", "seeds: [-1]", "seeds is '-1'", "from 0")]
    [InlineData("data_seed: 9876543", "data_seed: 4294967295", "data_seed is '4294967295'", "from 0 to 4294967293")]
    [InlineData("[4, 30, 3]", "[4, 30, 3", "not valid YAML")]
    [InlineData("data: yin-yang", "data: &d yin-yang", "anchors")]
    [InlineData("data: yin-yang", "data: !!str yin-yang", "tags")]
    public async Task OneLineNamesWhatIsWrong(string good, string bad, params string[] parts)
    {
        using TemporaryFolder folder = new();
        Assert.Contains(good, Palactors.YinYang, StringComparison.Ordinal);
        string file = folder.Write(
            "bad.yaml",
            Palactors.YinYang.Replace("\r", "", StringComparison.Ordinal).Replace(good, bad, StringComparison.Ordinal));

        Invocation invocation = await Palactors.RunAsync("run", file, "--out", folder["out"]);

        Palactors.AssertRefused(invocation, parts);
        Assert.Matches(Regex.Escape(file) + @":\d+: ", invocation.Error);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("layers")]
    [InlineData("model")]
    [InlineData("seeds")]
    [InlineData("epochs")]
    [InlineData("eta_fw")]
    [InlineData("eta_PI")]
    public async Task AMissingKeyIsNamed(string key)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "bad.yaml", Regex.Replace(Palactors.Small, $"^{key}:.*\n", "", RegexOptions.Multiline));

        Palactors.AssertRefused(await Palactors.RunAsync("run", file), file, $"{key} is missing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("hello\n")]
    [InlineData("- 1\n- 2\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n")]
    [InlineData("\0\u0001")]
    public async Task WhatIsNoExperimentIsRefused(string text)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("bad.yaml", text);

        Palactors.AssertRefused(await Palactors.RunAsync("run", file), file);
    }

    [Fact]
    public async Task ATextThatIsNotUtf8IsRefusedNotReplaced()
    {
        using TemporaryFolder folder = new();
        byte[] latin = [.. "description: Z"u8, 0xfc, .. "rich\n"u8];
        await File.WriteAllBytesAsync(folder["latin.yaml"], latin);
        Palactors.AssertRefused(await Palactors.RunAsync("run", folder["latin.yaml"]), "latin.yaml", "valid is UTF-8");
        string utf16 = folder["utf16.yaml"];
        await File.WriteAllTextAsync(utf16, Palactors.Small, System.Text.Encoding.Unicode);
        Assert.Equal([4, 5, 3], ExperimentReader.Read(CellModels.All, utf16).Layers);
    }

    [Fact]
    public void NoDamageToAFileGetsPastTheReader()
    {
        using TemporaryFolder folder = new();
        string[] snippets =
        [
            "", " ", "\t", "\n", ":", "-", "[", "]", "{", "}", "\"", "'", "&", "*", "!", "|", ">", "%", "@", "#", "0",
            "-1", "1e400", ".nan", "~", "?",
        ];
        Gen.Select(Gen.Int[0, Palactors.YinYang.Length - 1], Gen.Int[0, 40], Gen.Int[0, snippets.Length - 1]).Sample(
            (at, length, snippet) =>
            {
                string text = string.Concat(
                    Palactors.YinYang.AsSpan(0, at),
                    snippets[snippet],
                    Palactors.YinYang.AsSpan(Math.Min(at + length, Palactors.YinYang.Length)));
                string file = folder.Write($"{Guid.NewGuid():N}.yaml", text);
                try
                {
                    ExperimentReader.Read(CellModels.All, file);
                }
                catch (InputException)
                {
                    // A refusal in words is accepted. Any other exception fails the test.
                }
            },
            iter: 2000);
    }
}
