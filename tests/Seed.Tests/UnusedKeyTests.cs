using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Parameters that are given, and that none of the experiment's learning models uses.</summary>
public sealed class UnusedKeyTests : IDisposable
{
    private const string Rate = """
        cells: rate
        model: [BP, FA]
        layers: [4, 6, 3]
        data: yin-yang
        train: 4
        validation: 2
        test: 2
        seeds: [1]
        epochs: 1
        Tpres: 0.05

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OneOfTheFileIsRefusedWithItsUsersAndTheModels()
    {
        string file = _folder.Write("rate.yaml", Rate + "eta_B: 0.8\n");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", file),
            $"{file}:11: eta_B is 0.8, and only model PAL uses it; valid with model BP, FA: leave it out.");
    }

    [Theory]
    [InlineData(
        "sigma=[0.1, 0]", "--set: sigma is [0.1, 0], and only model PAL uses it; valid with model BP, FA: leave it")]
    [InlineData("tau_LO=0", "--set: tau_LO is 0, and only model PAL uses it; valid with model BP, FA: leave it out.")]
    [InlineData(
        "models={slow: {model: FA, reg: 1}}", "models.slow.reg is 1, and only", "valid with model slow: leave")]
    [InlineData("models.FA.tau_xi=5", "models.FA.tau_xi is 5, and only model PAL", "with model FA: leave it out.")]
    public async Task OneOfTheCommandLineIsToo(string setting, params string[] parts) =>
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _folder.Write("rate.yaml", Rate), "--set", setting), parts);

    [Fact]
    public async Task ASweepOverOneIsRefusedBeforeItStarts()
    {
        string[] sweep = ["sweep", _folder.Write("rate.yaml", Rate), "--out", _folder["sweep"], "--over"];
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. sweep, "tau_xi=5,10"]), "tau_xi is 5, and only model PAL uses it");
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. sweep, "model=PAL,DFA", "--over", "tau_xi=5,10"]),
            "tau_xi is 5, and only model PAL uses it; valid with model DFA: leave it out.");
        Assert.False(Directory.Exists(_folder["sweep"]));
    }

    [Theory]
    [InlineData("model: [BP, PAL]")]
    [InlineData("model: BP\nmodels: {loud: {model: PAL, sigma: 1}}")]
    public void OneModelThatUsesItIsEnough(string models)
    {
        Experiment read = Read(Rate.Replace("model: [BP, FA]", models, StringComparison.Ordinal) + "eta_B: 0.8\n");
        Assert.Contains(read.Parameters, option => option is { Name: "eta_B", Values: ["0.8"] });
    }

    [Fact]
    public async Task TheCommandLineGivesWhatASelectedModelUses()
    {
        string file = _folder.Write("rate.yaml", Rate + "models: {loud: {model: PAL, sigma: 1}}\n");
        string[] run = ["run", file, "--dry-run", "--no-calibration", "--set", "eta_B=0.8"];
        Palactors.AssertRefused(
            await Palactors.RunAsync(run),
            "--set: eta_B is 0.8, and only model PAL uses it; valid with model BP, FA: leave it out.");
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync([.. run, "--set", "model=[BP, loud]"])).Code);
    }

    [Fact]
    public async Task AFileForPalMayBeRunWithAnotherModelWhichRepeats()
    {
        string file = _folder.Write(
            "rate.yaml", Rate.Replace("[BP, FA]", "[PAL, BP]", StringComparison.Ordinal) + "eta_B: [0.8, 0.1]\n");
        Invocation run = await Palactors.RunAsync("run", file, "--set", "model=BP", "--out", _folder["bp"], "--digest");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        string effective = Path.Combine(_folder["bp"], "experiment.yaml"), text = File.ReadAllText(effective);
        Assert.DoesNotContain("eta_B", text, StringComparison.Ordinal);
        Assert.Contains("\neta_W: 0.8 ", text, StringComparison.Ordinal);
        Invocation again = await Palactors.RunAsync("run", effective, "--out", _folder["again"], "--digest");
        Assert.Equal((ExitCodes.Success, run.Lines[^1]), (again.Code, again.Lines[^1]));
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", file, "--set", "model=BP", "--set", "eta_B=0.8"),
            "eta_B is 0.8, and only model PAL uses it; valid with model BP: leave it out.");
    }

    [Theory]
    [InlineData("[0, 0.1, 0]", "pool_sigma of area 2 is '0.1', and the area has no pool (pool 1); valid is 0.")]
    [InlineData("{0: 0, 1: [0.1, 0, 0.2]}", "pool_sigma of area 3 is '0.2', and the area has no pool")]
    [InlineData("0.1", "")]
    [InlineData("[0.1, 0, 0]", "")]
    public void NoiseOfAPoolTakesAPool(string noise, string expected)
    {
        const string image =
            "layers: [768, 432, 6, 10]\ndata: shapes\nchannels: 3\nkernel: [5, 0, 0]\npool: [2, 1, 1]\n";
        string text = Rate.Replace("layers: [4, 6, 3]\ndata: yin-yang\n", image, StringComparison.Ordinal)
            .Replace("[BP, FA]", "PAL", StringComparison.Ordinal)
            .Replace("epochs: 1", "epochs: 3", StringComparison.Ordinal) + $"pool_sigma: {noise}\n";
        if (expected.Length == 0)
        {
            Read(text);
            return;
        }

        InputException error = Assert.Throws<InputException>(() => Read(text));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoiseOfPoolsTakesOne()
    {
        InputException error = Assert.Throws<InputException>(
            () => Read(Rate.Replace("[BP, FA]", "PAL", StringComparison.Ordinal) + "pool_sigma: 0.1\n"));
        Assert.Contains(
            "pool_sigma is '0.1', and no area has a pool; valid is 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfUsersAreLearningModelsAndTheirParametersHaveDefaults() =>
        Assert.All(CellModels.All.All, cells => Assert.All(
            cells.Parameters.All.Where(parameter => parameter.UsedBy.Count > 0),
            parameter =>
            {
                Assert.Subset(cells.LearningModels.ToHashSet(), parameter.UsedBy.ToHashSet());
                Assert.NotNull(parameter.Default);
            }));

    private Experiment Read(string text) => ExperimentReader.Read(CellModels.All, _folder.Write("read.yaml", text));
}
