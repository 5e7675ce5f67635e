using PalActors.Cli.Terminal;
using PalActors.Lab.Sweeps;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>The delay study of rate cells: remedies and figures are those of the cell model.</summary>
public sealed class RateDelayStudyTests : IDisposable
{
    private const string Small = """
        cells: rate
        model: PAL
        layers: [4, 6, 5, 3]
        activation: [tanh, tanh, linear]
        target_type: mse
        data: yin-yang
        train: 32
        validation: 16
        test: 16
        batch_size: 8
        Tpres: 0.1
        eta_W: 0.5
        eta_B: 0.8
        sigma: [0.1, 0.2, 0]
        tau_xi: [5, 6.5, 7]
        seeds: [1, 2]
        epochs: 1

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public RateDelayStudyTests() => _experiment = _folder.Write("rate.yaml", Small);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("none", "none", "none", "5,6.5,7", "10")]
    [InlineData("noise_lag", "round_trip", "none", "5,6.5,7", "10")]
    [InlineData("rate_lag", "none", "round_trip", "5,6.5,7", "10")]
    [InlineData("both_lags", "round_trip", "round_trip", "5,6.5,7", "10")]
    [InlineData("slow_noise", "none", "none", "50,65,70", "100")]
    public void ARemedyIsParametersOfTheCells(
        string remedy, string noiseLag, string rateLag, string tauXi, string tauHp)
    {
        StudyRequest study = new(Study.Delay, _experiment, null, [new("--seeds", "seeds", "[1]")])
        {
            Given = new()
            {
                ["delays"] = "5",
                ["direction"] = "both",
                ["remedies"] = remedy,
            },
        };
        SweepNetwork network = Assert.Single(Sweep.Read(CellModels.All, study.Sweep(CellModels.All)).Networks);
        string Option(string name) =>
            string.Join(',', network.Plan.Options.Single(option => option.Name == name).Values);

        Assert.Equal(
            (noiseLag, rateLag, tauXi, tauHp),
            (Option("noise_lag"), Option("rate_lag"), Option("tau_xi"), Option("tau_HP")));
        Assert.Equal($"5,both,4,-,none,{remedy},immediate,all,-,1,PAL", network.Identity);
    }

    [Fact]
    public async Task AStudyLeavesATableAndFiguresOfAngleAndAccuracy()
    {
        Invocation study = await StudyAsync("--models", "PAL", "--direction", "both", "--remedies", "none,both_lags");
        Assert.Equal((ExitCodes.Success, ""), (study.Code, study.Error));
        Assert.Equal(
            $"In {_folder["out"]}: sweep.yaml, sweep.csv, delay.md, delay.png, delay-time.png", study.Lines[^1]);
        string table = File.ReadAllText(Path.Combine(_folder["out"], "delay.md"));
        Assert.Contains("\n## Depth 4: angle(W^T, B), degrees\n", table, StringComparison.Ordinal);
        Assert.Contains("\n## Depth 4: validation accuracy, %\n", table, StringComparison.Ordinal);
        Assert.Contains("\n| PAL, both_lags, both, mean | ", table, StringComparison.Ordinal);
        Assert.DoesNotContain("mse_validation", table, StringComparison.Ordinal);
        // Without delays a remedy changes nothing.
        string[] rows = File.ReadAllLines(Path.Combine(_folder["out"], "sweep.csv"));
        string[] At(string start) =>
        [
            .. rows.Where(row => row.StartsWith(start, StringComparison.Ordinal)
                && !row.Contains("us_per_tick", StringComparison.Ordinal)
                && !row.Contains("frames", StringComparison.Ordinal)).Select(row => row[start.Length..]),
        ];
        Assert.NotEmpty(At("0,both,4,-,none,none"));
        Assert.Equal(At("0,both,4,-,none,none"), At("0,both,4,-,none,both_lags"));
        Assert.NotEqual(At("3,both,4,-,none,none"), At("3,both,4,-,none,both_lags"));
    }

    [Fact]
    public async Task OfAnAutoencoderTheErrorIsShown()
    {
        string[] autoencoder =
        [
            "--set", "task=autoencoder", "--set", "layers=[4, 6, 2, 4]", "--set", "target_type=rate",
            "--direction", "up", "--models", "PAL",
        ];
        Invocation study = await StudyAsync(autoencoder);
        Assert.Equal((ExitCodes.Success, ""), (study.Code, study.Error));
        string table = File.ReadAllText(Path.Combine(_folder["out"], "delay.md"));
        Assert.Contains("\n## Depth 4: mse_validation\n", table, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder["out"], "delay.png")));
    }

    [Fact]
    public async Task ModelsWithoutNoiseHaveAStudyToo()
    {
        Invocation study = await StudyAsync(
            "--models", "FA,BP", "--set", "eta_B=0", "--set", "sigma=0", "--direction", "down");
        Palactors.AssertRefused(study, "only model PAL uses it");
        File.WriteAllText(_experiment, string.Join('\n', Small.Split('\n').Where(line =>
            !line.StartsWith("eta_B", StringComparison.Ordinal) && !line.StartsWith("sigma", StringComparison.Ordinal)
            && !line.StartsWith("tau_xi", StringComparison.Ordinal))).Replace("model: PAL", "model: [FA, BP]"));
        study = await StudyAsync("--models", "FA,BP", "--direction", "down");
        Assert.Equal((ExitCodes.Success, ""), (study.Code, study.Error));
    }

    [Theory]
    [InlineData("--remedies interneuron_lag", "valid is one of none, noise_lag, rate_lag, both_lags, slow_noise.")]
    [InlineData("--remedies rate_lagg", "the nearest valid one is 'rate_lag'")]
    [InlineData("--prospective on", "taur is a key of cells microcircuit, and the cells are rate")]
    [InlineData("--targets aligned", "target_delay is a key of cells microcircuit, and the cells are rate")]
    public async Task WhatTheCellsLackIsRefusedByName(string options, string problem) =>
        Palactors.AssertRefused(await StudyAsync(options.Split(' ')), problem);

    private Task<Invocation> StudyAsync(params string[] options) => Palactors.RunAsync(
        ["study", "delay", _experiment, "--delays", "0,3", "--out", _folder["out"], .. options]);
}
