using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary>All missing keys are reported at once, and only keys that are used are required.</summary>
public sealed class MissingKeyTests
{
    private static readonly string[] s_needed =
        ["data", "layers", "model", "seeds", "epochs", "eta_fw", "eta_bw", "eta_IP", "eta_PI"];

    [Fact]
    public async Task AllKeysThatAreMissingAreToldWithWhatIsValid()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("own.yaml", "activation: logistic\n");
        Invocation invocation = await Palactors.RunAsync("run", file);
        Palactors.AssertRefused(invocation, [" 9 keys are missing: ", .. s_needed.Select(key => $" {key} (")]);
        Assert.Contains(
            "data (one of yin-yang, mnist, mnist-images, fashion-mnist, cifar10, shapes, or a map that describes "
                + "files)",
            invocation.Error, StringComparison.Ordinal);
        Assert.Contains("eta_bw (a finite number, 0 or more)", invocation.Error, StringComparison.Ordinal);
        string teacher = folder.Write("b.yaml", "task: bw_only\n");
        Palactors.AssertRefused(await Palactors.RunAsync("run", teacher), " 9 keys are missing: ", " dataset_size (");
    }

    [Fact]
    public async Task WhatEveryModelGivesNeedNotBeGivenForAll()
    {
        using TemporaryFolder folder = new();
        string text = Regex.Replace(Palactors.Small, "^(eta_bw:|model:).*\n", "", RegexOptions.Multiline);
        string file = folder.Write("own.yaml", text + "  slow: {model: PAL, eta_bw: 0.1}\n");
        string[] dry = ["run", file, "--dry-run", "--no-calibration"];
        Invocation all = await Palactors.RunAsync([.. dry, "--set", "model=[slow, no-feedback]"]);
        Assert.Equal((ExitCodes.Success, ""), (all.Code, all.Error));
        string[] plain = ["run", file, "--set", "model=[slow, PAL]"];
        Palactors.AssertRefused(await Palactors.RunAsync(plain), "eta_bw is missing");
        Palactors.AssertRefused(await Palactors.RunAsync("run", file), "model is missing");
    }
}
