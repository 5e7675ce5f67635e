using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Values of the command line in whose place the networks have values of their own.</summary>
public sealed class ReplacedValueTests : IDisposable
{
    private const string Rate = """
        cells: rate
        model: [PAL, BP, FA]
        layers: [4, 6, 3]
        data: yin-yang
        train: 4
        validation: 2
        test: 2
        seeds: [1]
        epochs: 3
        Tpres: 0.05
        models: {PAL: {sigma: 0.1}, loud: {model: PAL, sigma: 1, eta_W: 0.5}, BP: {eta_W: 0.5}, FA: {eta_W: 0.5}}

        """;

    private const string Graph = """
        areas:
          - {name: x, inputs: [0, 1, 2, 3]}
          - {name: low, cells: 5, eta_fw: 1, eta_bw: 1}
          - {name: high, cells: 4, eta_fw: 1, eta_bw: 1}
          - {name: top, cells: 3, target: all, eta_fw: 1}
        pathways:
          - {from: x, to: low}
          - {from: low, to: high, eta_bw: 2, eta_IP: 1}
          - {from: high, to: top, eta_IP: 1}
        data: yin-yang
        train: 4
        validation: 2
        test: 2
        model: PAL
        seeds: [1]
        epochs: 1
        eta_IP: 0.5
        eta_PI: 0.2

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "PAL", "sigma=0.3",
        "--set: sigma is set to '0.3', but models.PAL gives its own; valid is --set models.PAL.sigma=0.3.")]
    [InlineData("[PAL, FA]", "sigma=[0.3, 0]", "models.PAL gives its own; valid is --set 'models.PAL.sigma=[0.3, 0]'.")]
    [InlineData(
        "[PAL, loud]", "sigma=0.3", "but models.PAL, models.loud give their own; valid is --set models.PAL.sigma=0.3.")]
    [InlineData("[BP, FA]", "eta_W=1", "but models.BP, models.FA give their own; valid is --set models.BP.eta_W=1.")]
    [InlineData("loud", "eta_W={0: 1, 2: 3}", "models.loud gives its own; valid is --set 'models.loud.eta_W={0: 1, 2")]
    public async Task OneThatEveryModelReplacesIsRefused(string model, string setting, string expected) =>
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "run", _folder.Write("rate.yaml", Rate), "--set", $"model={model}", "--set", setting),
            expected);

    [Theory]
    [InlineData("[PAL, FA]", "eta_W", "1")]
    [InlineData("PAL", "tau_xi", "5")]
    [InlineData("PAL", "models.PAL.sigma", "0.3")]
    [InlineData("FA", "models.FA.eta_W", "0.3")]
    public void OneModelWithoutAnOwnIsEnough(string model, string key, string value) =>
        Read(Rate, Override.Parse("--set", $"model={model}"), Override.Parse("--set", $"{key}={value}"));

    [Theory]
    [InlineData("eta_fw", "areas.low, areas.high, areas.top give their own; valid is --set areas.low.eta_fw=3.")]
    [InlineData("eta_bw", "pathways.low-high, areas.high give their own; valid is --set pathways.low-high.eta_bw=3.")]
    [InlineData(
        "areas.low.eta_bw",
        "areas.low.eta_bw is set to '3', but pathways.low-high gives its own; "
        + "valid is --set pathways.low-high.eta_bw=3.")]
    [InlineData("areas.high.eta_IP", "but pathways.high-top gives its own; valid is --set pathways.high-top.eta_IP=")]
    [InlineData("eta_IP", "pathways.low-high, pathways.high-top give their own")]
    public void OneThatEveryEntryReplacesIsRefused(string key, string expected)
    {
        InputException error = Assert.Throws<InputException>(() => Read(Graph, Override.Parse("--set", $"{key}=3")));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("areas.high.eta_bw")]
    [InlineData("areas.low.eta_fw")]
    [InlineData("pathways.low-high.eta_bw")]
    [InlineData("eta_PI")]
    public void OneThatAnEntryUsesIsValid(string key) => Read(Graph, Override.Parse("--set", $"{key}=3"));

    [Fact]
    public void OneByEpochAndOneOfAProgramAreNamedToo()
    {
        string varying = Rate.Replace("{sigma: 0.1}", "{sigma: {0: 0.1, 2: 0}}", StringComparison.Ordinal)
            + "sigma: {0: 1}\n";
        Override[] model = [new("--set", "model", "PAL")];
        InputException error = Assert.Throws<InputException>(
            () => Read(varying, [.. model, Override.Parse("--set", "sigma.1=0.5")]));
        Assert.Contains(
            "sigma.1 is set to '0.5', but models.PAL gives its own; valid is --set models.PAL.sigma=VALUE.",
            error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InputException>(() => Read(varying, [.. model, Override.Of("sigma", "0.5")]));
        Assert.EndsWith("gives its own; valid is models.PAL.sigma=0.5.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelComesBeforeEntriesOfAGraph()
    {
        InputException error = Assert.Throws<InputException>(() => Read(
            Graph + "models: {PAL: {eta_fw: 2}}\n", Override.Parse("--set", "areas.low.eta_fw=3")));
        Assert.Contains(
            "areas.low.eta_fw is set to '3', but models.PAL gives its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileItselfMaySayMoreThanIsUsed() =>
        Assert.Equal(["PAL", "BP", "FA"], Read(Rate + "sigma: 0.5\neta_W: 1\n").Selected);

    [Fact]
    public async Task ASweepOverOneIsRefusedAndLeavesNothing()
    {
        string[] sweep = ["sweep", _folder.Write("rate.yaml", Rate), "--out", _folder["sweep"]];
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. sweep, "--over", "sigma=0,0.3"]),
            "--over: sigma is set to '0', but models.PAL gives its own; valid is --over models.PAL.sigma=VALUE.");
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. sweep, "--over", "models.PAL.sigma=0,1", "--set", "sigma=3"]),
            "--set: sigma is set to '3', but models.PAL gives its own");
        Assert.False(Directory.Exists(_folder["sweep"]));
    }

    [Fact]
    public async Task OfASweepOnePointThatUsesItIsEnough()
    {
        string file = _folder.Write("rate.yaml", Rate);
        Invocation sweep = await Palactors.RunAsync(
            "sweep", file, "--out", _folder["sweep"], "--over", "model=PAL,BP", "--set", "eta_W=2", "--ticks", "3");
        Assert.True(sweep.Code == ExitCodes.Success, sweep.Error);
    }

    [Fact]
    public async Task AStudyOfDelaysThatTheModelsReplaceIsRefused()
    {
        string file = _folder.Write(
            "small.yaml", Palactors.Small.Replace(
                "models:\n", "models:\n  PAL: {delay_up: 3}\n", StringComparison.Ordinal));
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "study", "delay", file, "--models", "PAL", "--delays", "0,1", "--ticks", "3", "--out",
                _folder["study"]),
            "delay_up is set to '0', but models.PAL gives its own; valid is an experiment without "
            + "models.PAL.delay_up.");
    }

    private Experiment Read(string text, params Override[] changes) =>
        ExperimentReader.Read(CellModels.All, _folder.Write("read.yaml", text), changes);
}
