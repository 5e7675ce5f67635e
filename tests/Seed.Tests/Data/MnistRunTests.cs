using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests.Data;

/// <summary>The MNIST experiment, on made-up images of 4 x 4.</summary>
public sealed class MnistRunTests : IDisposable
{
    private static readonly string[] s_small =
    [
        "--epochs", "2", "--set", "layers=[16, 6, 10]", "--set", "train=20", "--set", "validation=5", "--set", "test=7",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AllModelsRunAndTheEffectiveExperimentRepeatsThem()
    {
        MadeUpDigits.Write(_folder["digits"]);
        string[] args =
        [
            "run", "mnist", .. s_small, "--set", "model=[PAL, FA, BP, no-feedback]", "--set",
            $"data_folder={_folder["digits"]}", "--digest", "--quiet",
        ];
        Invocation first = await Palactors.RunAsync([.. args, "--out", _folder["a"]]);
        Invocation second = await Palactors.RunAsync(
            "run", Path.Combine(_folder["a"], "experiment.yaml"), "--digest", "--quiet", "--out", _folder["b"]);

        Assert.Equal((ExitCodes.Success, ""), (first.Code, first.Error));
        Assert.Equal((ExitCodes.Success, ""), (second.Code, second.Error));
        Assert.Equal(4, first.Lines[^4..].Distinct().Count());
        Assert.All(first.Lines[^4..], line => Assert.StartsWith("digest 123456 ", line, StringComparison.Ordinal));
        Assert.Equal(first.Lines[^4..], second.Lines[^4..]);
        // Networks side by side write as they progress, so the order of rows varies.
        Assert.Equal(
            File.ReadLines(Path.Combine(_folder["a"], "metrics.csv")).Order(StringComparer.Ordinal),
            File.ReadLines(Path.Combine(_folder["b"], "metrics.csv")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheFolderIsSeenFromTheExperimentFile()
    {
        MadeUpDigits.Write(_folder["digits"], packed: false);
        string file = _folder.Write(
            "mine.yaml",
            Yaml().Replace("data: mnist\n", "data: mnist\ndata_folder: digits\n", StringComparison.Ordinal));
        Invocation invocation = await Palactors.RunAsync(["run", file, .. s_small, "--quiet", "--out", _folder["out"]]);
        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
    }

    [Theory]
    [InlineData("train=26", "train is 26", "valid is 1 to 25")]
    [InlineData("validation=6", "validation is 6", "valid is 1 to 5")]
    [InlineData("test=8", "test is 8", "valid is 1 to 7")]
    [InlineData("layers=[784, 6, 10]", "layers[0] is 784", "valid is 16")]
    [InlineData("layers=[16, 6, 3]", "layers[2] is 3", "valid is 10")]
    public async Task MoreThanThereIsIsRefused(string setting, params string[] parts)
    {
        MadeUpDigits.Write(_folder["digits"]);
        string key = setting[..setting.IndexOf('=', StringComparison.Ordinal)];
        int at = Array.FindIndex(s_small, word => word.StartsWith(key + "=", StringComparison.Ordinal));
        string[] args = [.. s_small[..at], setting, .. s_small[(at + 1)..]];
        await RefusedAsync([.. args, "--set", $"data_folder={_folder["digits"]}"], parts);
    }

    [Theory]
    [InlineData("data_folder=''", "data_folder is \"\"", "valid is a folder")]
    [InlineData("data_folder=[a]", "data_folder is [a]", "valid is a line of text")]
    [InlineData("data_seed=1", "data_seed is given", "valid is data_folder")]
    public async Task AFolderIsALineOfText(string setting, params string[] parts) =>
        await RefusedAsync(["--set", setting], parts);

    [Fact]
    public async Task WithoutDataItSaysWhatToDo() =>
        await RefusedAsync(
            ["--set", $"data_folder={_folder["nothing"]}"],
            _folder["nothing"],
            "palactors data get mnist",
            "data_folder");

    [Fact]
    public async Task BadDataIsRefusedBeforeAnythingIsWritten()
    {
        MadeUpDigits.Write(_folder["digits"]);
        string labels = MadeUpDigits.Put(
            _folder["digits"],
            MadeUpDigits.Names[3],
            MadeUpDigits.Idx(0x801, [7], [1, 2, 3, 77, 4, 5, 6]),
            packed: true);
        await RefusedAsync(
            [.. s_small, "--set", $"data_folder={_folder["digits"]}"], labels, "label 3 is 77", "valid is 0 to 9");
    }

    [Fact]
    public void ThePapersParametersAreThere()
    {
        Experiment experiment = ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("mnist"));
        NetworkPlan plan = Assert.Single(NetworkPlans.Of(experiment));

        Assert.Equal(
            ("mnist", 50_000, 10_000, 10_000, 100),
            (experiment.Data, experiment.Train, experiment.Validation, experiment.Test, experiment.PaperEpochs));
        Assert.Equal([784, 100, 10], plan.Layers);
        Assert.Equal("", plan.DataFolder);
        string[] expected = ["1 0.005", "0.2", "0.02", "0.02", "0.01", "100"];
        Assert.Equal(expected, new[] { "eta_fw", "eta_bw", "eta_IP", "eta_PI", "noise_scale", "tauLO" }.Select(
            name => string.Join(' ', plan.Options.Single(option => option.Name == name).Values)));
        Assert.Equal(["FA", "BP", "no-feedback"], experiment.Variants.Select(variant => variant.Label));
        // Apart from learning rates and sizes it is the Yin-Yang experiment.
        NetworkPlan other = Assert.Single(NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"))));
        Assert.Equal(
            other.Options.Where(option => !option.Name.StartsWith("eta_", StringComparison.Ordinal))
                .Select(option => $"{option.Name} {string.Join(' ', option.Values)}"),
            plan.Options.Where(option => !option.Name.StartsWith("eta_", StringComparison.Ordinal))
                .Select(option => $"{option.Name} {string.Join(' ', option.Values)}"));
    }

    private static string Yaml() => File.ReadAllText(ExperimentFiles.Resolve("mnist")).ReplaceLineEndings("\n");

    private async Task RefusedAsync(string[] args, params string[] parts)
    {
        Palactors.AssertRefused(await Palactors.RunAsync(["run", "mnist", .. args, "--out", _folder["out"]]), parts);
        Assert.False(Directory.Exists(_folder["out"]));
    }
}
