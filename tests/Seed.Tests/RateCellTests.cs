using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary>What experiments of rate cells may not ask for: a line says what is wrong, and what is valid.</summary>
public sealed class RateCellTests : IDisposable
{
    // 3x16x16 -> 2 filters of 5, 2x12x12, pools of 2: 2x6x6 -> 5 -> 10 classes.
    private const string Conv = """
        cells: rate
        model: FA
        layers: [768, 72, 5, 10]
        channels: 3
        kernel: [5, 0, 0]
        pool: [2, 1, 1]
        data: shapes
        train: 12
        validation: 8
        test: 8
        batch_size: 4
        seeds: [1]
        epochs: 1
        Tpres: 0.05

        """;

    private const string Autoencoder = """
        cells: rate
        task: autoencoder
        model: FA
        layers: [4, 3, 4]
        data: yin-yang
        seeds: [1]
        epochs: 1

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheExperimentsOfTheseTestsAreValidOtherwise()
    {
        foreach (string text in (string[])[Conv, Autoencoder])
        {
            Invocation run = await RunAsync(text, "--dry-run", "--no-calibration");
            Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        }
    }

    [Theory]
    [InlineData("kernel=[17, 0, 0]", "kernel of area 1 is 17, and area 0 shows an image of 16 x 16", "1 to 16.")]
    [InlineData("kernel=[5, 7, 0]", "kernel of area 2 is 7, and area 1 shows an image of 6 x 6", "or 1 to 6.")]
    [InlineData("kernel=[5, 2, 2]", "layers[2] is 5, and with kernel 2 and pool 1 over 2x6x6", "multiple of 25.")]
    [InlineData(
        "kernel=[5, 0, 1]",
        "kernel of area 3 is 1, and the 5 cells that area 2 shows are no image; valid is 0,")]
    [InlineData("channels=0", "kernel of area 1 is 5, and the 768 cells that area 0 shows are no image", "channels")]
    [InlineData("kernel=[4.5, 0, 0]", "kernel is '4.5'", "a whole number")]
    [InlineData("kernel=-1", "kernel is '-1'", "0 or more")]
    [InlineData("pool=[5, 1, 1]", "pool of area 1 is 5", "12 x 12 cells", "valid is one of 1, 2, 3, 4, 6, 12.")]
    [InlineData("pool=[2, 2, 1]", "pool of area 2 is 2", "dense", "valid is 1, no pool.")]
    [InlineData("pool=0", "pool is '0'", "1 or more")]
    [InlineData("channels=5", "channels is 5, and layers[0] is 768", "the nearest is 720 = 5x12x12.")]
    [InlineData("channels=1000", "channels is 1000, and layers[0] is 768", "the nearest is 1000 = 1000x1x1.")]
    [InlineData("channels=9999", "channels is 9999, and layers[0] is 768", "the nearest is 9999 = 9999x1x1.")]
    [InlineData("channels=1.5", "channels is '1.5'; valid is a whole number")]
    [InlineData(
        "layers=[768, 70, 5, 10]",
        "layers[1] is 70, and with kernel 5 and pool 2 over 3x16x16", "36 cells", "a multiple of 36.")]
    [InlineData(
        "layers=[768, 72, 10]",
        "kernel has 3 values; the network has 2 areas above the input, so it takes 1 or 2.")]
    [InlineData(
        "layers=[768, 72, 50000000, 10]",
        "layers makes 3600000000 weights from 2x6x6 to 50000000 cells of area 2; valid is at most 2147483000")]
    [InlineData("layers=[700, 72, 5, 10]", "layers[0] is 700; valid is 768, the inputs of shapes.")]
    [InlineData("layers=[768, 72, 5, 9]", "layers[3] is 9; valid is 10, the classes of shapes.")]
    [InlineData("batch_size=13", "batch_size is 13; valid is 1 to 8, the validation samples")]
    [InlineData(
        "eta_W=[0.1, 0.2]", "eta_W has 2 values; the network has 3 areas above the input, so it takes 1 or 3.")]
    [InlineData("beta=[0.1, 0.2]", "beta has 2 values; it takes one.")]
    [InlineData("activation=logistic", "activation is 'logistic'", "sigmoid")]
    [InlineData("target_type=mean", "target_type is 'mean'", "rate, mse, softmax")]
    [InlineData("error_path=apical", "error_path is 'apical'", "direct, soma")]
    [InlineData("precision=half", "precision is 'half'", "double, single")]
    [InlineData("record=[{observable: W, area: 1, neurons: 2}]", "neurons is '2'; W of area 1 has neurons 0 to 1.")]
    [InlineData("record=[{observable: b, neurons: 1-2}]", "neurons is '1-2'; b of area 1 has neurons 0 to 1; give")]
    [InlineData(
        "record=[{observable: prospective_potential, area: 1, neurons: 288}]", "of area 1 has neurons 0 to 287.")]
    [InlineData("record=[{observable: noise, area: 2}]", "record: noise of area 2", "since model FA has no noise")]
    [InlineData("record=[{observable: apical_potential}]", "observable is 'apical_potential'", "derivative")]
    [InlineData("eta_fw=1", "eta_fw is a key of cells microcircuit, and the cells are rate")]
    public async Task WhatDoesNotFitIsRefusedInOneLineWithBothNumbers(string setting, params string[] parts) =>
        Palactors.AssertRefused(await RunAsync(Conv, "--set", setting), parts);

    [Theory]
    [InlineData("layers=[4, 3, 5]", "layers[2] is 5; valid is 4, as layers[0], since samples are their own targets.")]
    [InlineData("layers=[5, 3, 5]", "layers[0] is 5; valid is 4, the inputs of yin-yang.")]
    [InlineData("kernel=[2, 0]", "kernel of area 1 is 2", "the 4 cells that area 0 shows are no image", "channels")]
    [InlineData("channels=1", "kernel of area 1 is 3, and area 0 shows an image of 2 x 2")]
    public async Task AnAutoencoderFitsItsData(string setting, params string[] parts)
    {
        string[] more = setting == "channels=1" ? ["--set", "kernel=[3, 0]"] : [];
        Palactors.AssertRefused(await RunAsync(Autoencoder, ["--set", setting, .. more]), parts);
    }

    [Fact]
    public async Task TheTopAreaHasNoPool()
    {
        string[] top = ["--set", "layers=[768, 72, 10]", "--set", "kernel=[5, 5]"];
        Invocation without = await RunAsync(Conv, [.. top, "--set", "pool=[2, 1]", "--dry-run", "--no-calibration"]);
        Palactors.AssertRefused(without, "layers[2] is 10", "each filter of the area shows 4 cells");
        Palactors.AssertRefused(
            await RunAsync(Conv, [.. top, "--set", "pool=[2, 2]"]),
            "pool of area 2 is 2, and it is the top area, whose own cells have the target; valid is 1, no pool.");
    }

    [Theory]
    [InlineData("tau_LO=[0, 0.5, 0]", "tau_LO is '0.5'; valid is 0, no low-pass, or 1 tick or more.")]
    [InlineData("tau_xi=0.9", "tau_xi is '0.9'; valid is a finite number, 1 or more.")]
    [InlineData("sigma=-1", "sigma is '-1'; valid is a finite number, 0 or more.")]
    public async Task ScalesAndTimeConstantsHaveBounds(string setting, string problem) =>
        Palactors.AssertRefused(await RunAsync(Conv, "--set", "model=PAL", "--set", setting), problem);

    [Fact]
    public async Task FeedbackIsNotRecordedOfModelsWithoutOneAndThatOfAConvolutionHasARowPerFilter()
    {
        string[] b = ["--set", "record=[{observable: B, area: 1}]"];
        string[] filters = ["--set", "kernel=[5, 2, 0]", "--set", "layers=[768, 72, 50, 10]"];
        Palactors.AssertRefused(
            await RunAsync(Conv, [.. filters, "--set", "record=[{observable: B, area: 1, neurons: 2}]"]),
            "neurons is '2'; B of area 1 has neurons 0 to 1.");
        foreach (string model in (string[])["BP", "DFA"])
        {
            Palactors.AssertRefused(
                await RunAsync(Conv, [.. b, "--set", $"model=[FA, {model}]"]),
                $"record: B of area 1 cannot be recorded, since model {model} has no B");
        }

        Invocation valid = await RunAsync(Conv, [.. b, "--dry-run", "--no-calibration"]);
        Assert.Equal((ExitCodes.Success, ""), (valid.Code, valid.Error));
    }

    private Task<Invocation> RunAsync(string text, params string[] args) =>
        Palactors.RunAsync(["run", _folder.Write("rate.yaml", text), "--out", _folder["out"], .. args]);
}
