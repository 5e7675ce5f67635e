using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Echo;
using PalActors.Messages.Plan;
using PureHDF;

namespace PalActors.Seed.Tests;

/// <summary>The whole program for a cell model that is registered from outside, a toy.</summary>
public sealed class OtherCellsTests : IDisposable
{
    private const string Echo = """
        cells: echo
        layers: [4, 6, 5, 3]
        model: echo
        seeds: [1]
        data: yin-yang
        epochs: 1
        train: 60
        validation: 20
        test: 20

        """;

    private static readonly ModelRegistry s_models = CellModels.All.With(new EchoModel());

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public OtherCellsTests() => _experiment = _folder.Write("echo.yaml", Echo);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ItRunsAndIsShownAgainAndPlottedAndExported()
    {
        Invocation run = await RunAsync("run", _experiment, "--digest", "--out", _folder["run"]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.Contains("echo: 1 network (echo), layers 4-6-5-3, 1 epochs, 12000 ticks each", run.Lines[0]);
        Assert.Contains("Accuracy in % (validation, and test at the end).", run.Lines);
        string experiment = File.ReadAllText(Path.Combine(_folder["run"], "experiment.yaml"));
        Assert.Contains("\ncells: echo ", experiment);
        Assert.Contains("\ndelay_up: 0 ", experiment);
        Assert.DoesNotContain("eta_fw", experiment, StringComparison.Ordinal);

        Invocation shown = await RunAsync("resume", _folder["run"], "--digest");
        Assert.Equal((ExitCodes.Success, ""), (shown.Code, shown.Error));
        Assert.Equal(Digest(run), Digest(shown));
        string effective = Path.Combine(_folder["run"], "experiment.yaml");
        Invocation repeated = await RunAsync("run", effective, "--digest", "--out", _folder["again"]);
        Assert.Equal(Digest(run), Digest(repeated));
        Invocation export = await RunAsync("export", _folder["run"]);
        Assert.Equal((ExitCodes.Success, ""), (export.Code, export.Error));
    }

    [Theory]
    [InlineData("leak=0", "leak is '0'; valid is a finite number above 0.")]
    [InlineData("leak=abc", "leak is 'abc'; valid is a finite number above 0.")]
    [InlineData("gain=[1, 2]", "gain has 2 values; the network has 3 areas above the input, so it takes 1 or 3.")]
    [InlineData("leek=1", "'leek' is not a key; the")]
    public async Task ABadValueOfAParameterIsRefusedBeforeAnythingStarts(string set, string problem)
    {
        string experiment = _folder.Write("leaky.yaml", Echo.Replace("echo", "leaky", StringComparison.Ordinal));

        Invocation run = await Palactors.RunAsync(
            CellModels.All.With(new Leaky()), CancellationToken.None,
            "run", experiment, "--set", set, "--out", _folder["bad"]);

        Assert.Equal(ExitCodes.BadInput, run.Code);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["bad"]));
    }

    [Fact]
    public async Task AStoppedRunGoesOn()
    {
        string[] run = ["run", _experiment, "--digest", "--set", "train=3000", "--out"];
        Invocation whole = await RunAsync([.. run, _folder["whole"]]);
        using CancellationTokenSource stop = new();
        using StopAtLine output = new("echo seed 1  epoch", stop);
        string[] paced = [.. run, _folder["stopped"], "--set", "pace=100000", "--snapshot-every", "1000"];
        int first = await CommandLine.InvokeAsync(paced, s_models, output, TextWriter.Null, stop.Token);
        Assert.Equal(ExitCodes.Interrupted, first);
        Invocation rest = await RunAsync([.. run, _folder["stopped"]]);
        Assert.True(rest.Code == ExitCodes.Success, rest.Error);
        Assert.Contains("goes on from tick", rest.Error, StringComparison.Ordinal);
        Assert.Equal(Digest(whole), Digest(rest));
        Assert.Equal(
            File.ReadAllText(Path.Combine(_folder["whole"], "metrics.csv")),
            File.ReadAllText(Path.Combine(_folder["stopped"], "metrics.csv")));
    }

    [Fact]
    public async Task ItsObservablesAreRecordedAndExported()
    {
        string[] record = ["--set", "record=[{observable: mix, area: 2, every: 1000}]"];
        Invocation run = await RunAsync(["run", _experiment, .. record, "--out", _folder["recorded"]]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        using var file = H5File.OpenRead(Path.Combine(_folder["recorded"], "recording.h5"));
        Assert.Equal([13UL, 5UL], file.Dataset("echo_1/area_2/mix").Space.Dimensions);
        Assert.Equal("1", file.Dataset("echo_1/metrics/difference_area_1").Attribute("units").Read<string>());
        string[] other = ["--set", "record=[{observable: W}]"];
        Palactors.AssertRefused(await RunAsync(["run", _experiment, .. other]), "observable is 'W'", "mix");
    }

    [Fact]
    public async Task AMetricIsShownEverywhereByItsRow()
    {
        ModelRegistry models = CellModels.All.With(new ShownEcho());
        Invocation run = await Palactors.RunAsync(
            models, CancellationToken.None, "run", _experiment, "--out", _folder["shown"]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.Contains("diff area 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("diff area 2", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Accuracy in % (validation, and test at the end); difference of mixes, before -> after learning.",
            run.Lines);
        Assert.True(File.Exists(Path.Combine(_folder["shown"], "alignment.png")));
        string results = File.ReadAllText(Path.Combine(_folder["shown"], "results.json"));
        Assert.Contains("\"difference_area_2_start\"", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASweepAndADryRunTakeIt()
    {
        string[] sweep = ["sweep", _experiment, "--over", "delay_up=0,3", "--ticks", "500", "--out", _folder["sweep"]];
        Invocation swept = await RunAsync(sweep);
        Assert.Equal((ExitCodes.Success, ""), (swept.Code, swept.Error));
        Invocation dry = await RunAsync("run", _experiment, "--dry-run", "--nodes", "2");
        Assert.Equal((ExitCodes.Success, ""), (dry.Code, dry.Error));
        Assert.Contains("12,000 ticks", dry.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eta_fw=1", "eta_fw is a key of cells microcircuit, and the cells are echo")]
    [InlineData("delay_upp=1", "'delay_upp' is not a key", "'delay_up'")]
    [InlineData("model=PAL", "model is 'PAL'; valid is one of echo")]
    [InlineData("models.PAL.dt=0.1", "models.PAL.model is missing; valid is one of echo")]
    [InlineData("cells=ech", "cells is 'ech'; valid is one of microcircuit, rate, echo; the nearest is 'echo'")]
    [InlineData("delay_up=-1", "delay_up is '-1'")]
    public async Task ItsKeysAreTheValidOnes(string setting, params string[] problem) =>
        Palactors.AssertRefused(await RunAsync("run", _experiment, "--set", setting, "--out", _folder["no"]), problem);

    [Theory]
    [InlineData("bw_only")]
    [InlineData("fw_bw")]
    public async Task ATaskWhoseTeacherItCannotBeIsRefused(string task)
    {
        string[] settings = [.. new[] { $"task={task}", "dataset_size=3" }.SelectMany(text => new[] { "--set", text })];
        Invocation run = await RunAsync(["run", _experiment, .. settings, "--out", _folder["no"]]);
        Palactors.AssertRefused(run, $"task is '{task}'", "cells echo have none", "valid is classification");
    }

    [Fact]
    public async Task KeysOfItsOwnAreMissingOnlyThere()
    {
        string file = _folder.Write("both.yaml", Echo.Replace("cells: echo", "", StringComparison.Ordinal));
        Palactors.AssertRefused(await RunAsync("run", file, "--out", _folder["no"]), "keys are missing", "eta_fw");
    }

    [Fact]
    public async Task TheSchemaHasTheKeysOfAllCells()
    {
        Invocation schema = await RunAsync("schema");
        Assert.Contains("\"echo\"", schema.Output, StringComparison.Ordinal);
        Assert.Contains("\"eta_fw\"", schema.Output, StringComparison.Ordinal);
    }

    private static Task<Invocation> RunAsync(params string[] args) =>
        Palactors.RunAsync(s_models, CancellationToken.None, args);

    private static string Digest(Invocation run) =>
        Assert.Single(run.Lines, line => line.StartsWith("digest ", StringComparison.Ordinal));

    // The toy, whose metric has texts for tables and figures.
    private sealed class ShownEcho : IAreaModel
    {
        private readonly EchoModel _echo = new();

        public string Name => _echo.Name;

        public string Summary => _echo.Summary;

        public IReadOnlyList<MetricDescriptor> Metrics =>
        [
            _echo.Metrics[0] with
            {
                Panel = new MetricFigure("mixes", "difference"),
                Headline = new MetricHeadline(
                    "diff", "diff", "difference of mixes", new MetricFigure("mixes", "difference")),
            },
        ];

        public INetwork Bind(NetworkPlan plan, INetworkServices services) => _echo.Bind(plan, services);
    }

    // An echo with parameters and no check of its own.
    private sealed class Leaky : IAreaModel
    {
        public string Name => "leaky";

        public string Summary => "an echo with parameters";

        public ParameterTable Parameters { get; } = new(
        [
            new(
                "leak", ParameterKind.Real, ParameterScope.Network, "", "share that is forgotten", "0.1",
                Minimum: 0, ExclusiveMinimum: true),
            new("gain", ParameterKind.Real, ParameterScope.Cortical, "", "weight of what arrives", "1"),
        ]);

        public INetwork Bind(NetworkPlan plan, INetworkServices services) => new EchoNetwork(plan, services);
    }
}
