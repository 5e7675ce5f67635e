using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Sweeps;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using SkiaSharp;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>The delay study: its points, its table and its figures.</summary>
public sealed class DelayStudyTests : IDisposable
{
    private static readonly string[] s_remedies = ["noise_lag", "interneuron_lag", "prediction", "target_delay"];

    private static readonly Override[] s_pal = [new("--models", "model", "[PAL]")];

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public DelayStudyTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("up", "7", "0")]
    [InlineData("down", "0", "7")]
    [InlineData("both", "7", "7")]
    public void ADirectionDelaysItsLinks(string direction, string up, string down)
    {
        Sweep sweep = Sweep.Read(
            CellModels.All,
            new StudyRequest(Study.Delay, _experiment, null, [])
            {
                Given = new() { ["delays"] = "7", ["direction"] = direction },
            }.Sweep(CellModels.All));

        SweepNetwork network = Assert.Single(sweep.Networks);
        Assert.Equal([up], Option(network, "delay_up"));
        Assert.Equal([down], Option(network, "delay_down"));
        Assert.Equal(["1"], Option(network, "taur"));
        Assert.Equal($"7,{direction},3,on,none,none,immediate,all,-,7,PAL", network.Identity);
    }

    [Fact]
    public void DepthSpreadsWhatIsGivenAreaByArea()
    {
        Override[] common =
        [
            new("--set", "models.no-feedback.eta_fw", "[40, 0.02]"),
            new("--set", "eta_fw", "[30, 0.03]"),
            new("--models", "model", "[PAL, no-feedback]"),
        ];
        Sweep sweep = Sweep.Read(CellModels.All, new StudyRequest(Study.Delay, _experiment, null, common)
        {
            Given = new()
            {
                ["delays"] = "0",
                ["direction"] = "both",
                ["depths"] = "3,5",
                ["prospective"] = "on,off",
            },
        }.Sweep(CellModels.All));

        Assert.Equal(8, sweep.Networks.Count);
        Assert.Equal([3, 3, 3, 3, 5, 5, 5, 5], sweep.Networks.Select(network => network.Plan.Layers.Length));
        Assert.Equal([4, 5, 5, 5, 3], sweep.Networks[^1].Plan.Layers);
        Assert.Equal(["30", "30", "30", "0.03"], Option(sweep.Networks[^2], "eta_fw"));
        Assert.Equal(["40", "40", "40", "0.02"], Option(sweep.Networks[^1], "eta_fw"));
        Assert.Equal(["0"], Option(sweep.Networks[^1], "taur"));
        Assert.Equal("0,both,5,off,none,none,immediate,all,-,7,no-feedback", sweep.Networks[^1].Identity);
        Assert.Equal(Enumerable.Range(0, 8), sweep.Networks.Select(network => network.Plan.Network));
    }

    [Fact]
    public void OfAGraphOnePathwayCanBeDelayed()
    {
        Sweep sweep = Sweep.Read(CellModels.All, new StudyRequest(Study.Delay, "streams", null, s_pal)
        {
            Given = new() { ["delays"] = "7", ["direction"] = "up", ["pathways"] = "all,right-mid" },
        }.Sweep(CellModels.All));

        Assert.Equal(2, sweep.Networks.Count);
        LinkOptions all = LinkOptions.Of(sweep.Networks[0].Plan), one = LinkOptions.Of(sweep.Networks[1].Plan);
        AreaGraph graph = sweep.Networks[0].Plan.Graph;
        Assert.All(graph.Feedback, pathway => Assert.Equal((7, 0), (all.DelayUp[pathway], all.DelayDown[pathway])));
        Pathway late = Assert.Single(graph.Feedback, pathway => one.DelayUp[pathway] == 7);
        Assert.Equal("right-mid", graph.TextOf(new MetricPlace(late.From, late.To)));
        Assert.Equal(7, graph.Feedback.Sum(pathway => one.DelayUp[pathway] + one.DelayDown[pathway]));
        Assert.Equal("7,up,-,on,none,none,immediate,right-mid,-,123456,PAL", sweep.Networks[1].Identity);
    }

    [Fact]
    public void OfAGraphAllPathwaysOutOfAnAreaCanBeDelayed()
    {
        Sweep sweep = Sweep.Read(CellModels.All, new StudyRequest(Study.Delay, "streams", null, s_pal)
        {
            Given = new() { ["delays"] = "7", ["direction"] = "up", ["pathways"] = "right" },
        }.Sweep(CellModels.All));

        NetworkPlan plan = Assert.Single(sweep.Networks).Plan;
        LinkOptions late = LinkOptions.Of(plan);
        Assert.Equal(
            ["right-mid", "right-top"],
            plan.Graph.Feedback.Where(pathway => late.DelayUp[pathway] == 7)
                .Select(plan.Graph.Name));
        Assert.Equal(14, plan.Graph.Feedback.Sum(pathway => late.DelayUp[pathway] + late.DelayDown[pathway]));
    }

    [Theory]
    [InlineData("streams", "depths", "3,5", "--depths is '3,5', and streams is a graph of areas")]
    [InlineData("streams", "pathways", "mid-right", "--pathways holds 'mid-right'")]
    [InlineData("streams", "pathways", "top", "--pathways holds 'top'")]
    [InlineData("yin-yang", "pathways", "1-2", "--pathways holds '1-2'")]
    public async Task AnAxisThatANetworkDoesNotHaveIsRefused(
        string experiment, string axis, string text, string part) =>
        Palactors.AssertRefused(
            await Palactors.RunAsync("study", "delay", experiment, $"--{axis}", text, "--out", _folder["out"]), part);

    [Fact]
    public void JitterRemediesAndTargetsAreOptionsOfTheExperiment()
    {
        Sweep sweep = Sweep.Read(CellModels.All, new StudyRequest(Study.Delay, _experiment, null, s_pal)
        {
            Given = new()
            {
                ["delays"] = "5",
                ["direction"] = "up",
                ["jitter"] = "none,normal:2.5,uniform:3:9",
                ["remedies"] = "none,both_lags,slow_noise,prediction",
                ["targets"] = "immediate,aligned",
            },
        }.Sweep(CellModels.All));
        Assert.Equal(24, sweep.Networks.Count);
        Assert.Equal(24, sweep.Networks.Select(network => network.Identity).Distinct().Count());
        NetworkPlan plain = sweep.Networks[0].Plan, last = sweep.Networks[^1].Plan;
        Assert.Equal("5,up,3,on,none,none,immediate,all,-,7,PAL", sweep.Networks[0].Identity);
        Assert.Equal("5,up,3,on,uniform:3:9,prediction,aligned,all,-,7,PAL", sweep.Networks[^1].Identity);
        MicrocircuitParameters parameters = new(last.Graph, last.Options);
        Assert.Equal(new Jitter("uniform", 3, 9), parameters.Links.JitterUp.Values[0]);
        Assert.Equal(0, parameters.Links.JitterDown.Values[0].Reach);
        Assert.Equal(["none", "none", "linear", "aligned"], s_remedies.Select(parameters.Cells.Remedies.Word));
        // A normal jitter is cut at four deviations by default; both lags are two options, and slow noise is ten times
        // as slow.
        SweepNetwork lags = sweep.Networks.Single(
            network => network.Identity == "5,up,3,on,normal:2.5,both_lags,immediate,all,-,7,PAL");
        parameters = new MicrocircuitParameters(lags.Plan.Graph, lags.Plan.Options);
        Assert.Equal(10, parameters.Links.JitterUp.Values[0].Reach);
        Assert.Equal(
            ["round_trip", "round_trip", "none", "immediate"], s_remedies.Select(parameters.Cells.Remedies.Word));
        SweepNetwork slow = sweep.Networks.Single(
            network => network.Identity == "5,up,3,on,none,slow_noise,immediate,all,-,7,PAL");
        MicrocircuitParameters before = new(plain.Graph, plain.Options),
            slower = new(slow.Plan.Graph, slow.Plan.Options);
        Assert.Equal(
            (10 * before.Cells.Noise.TauXi, 10 * before.Cells.Membranes.TauHP),
            (slower.Cells.Noise.TauXi, slower.Cells.Membranes.TauHP));
    }

    [Fact]
    public async Task AStudyLeavesATableAndFigures()
    {
        string[] study =
        [
            "study", "delay", _experiment, "--delays", "0,3", "--direction", "up,both", "--models", "PAL,FA", "--seeds",
            "1,2,3", "--depths", "3,4", "--out", _folder["out"],
        ];
        File.AppendAllText(_experiment, "  FA: {eta_bw: 0, eta_PI: 0, noise_scale: 0}\n");
        Invocation invocation = await Palactors.RunAsync(study);

        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        Assert.Equal(
            $"In {_folder["out"]}: sweep.yaml, sweep.csv, delay.md, delay.png, delay-time.png", invocation.Lines[^1]);
        string[] lines = File.ReadAllLines(Path.Combine(_folder["out"], "sweep.csv"));
        Assert.Equal(
            "delay,direction,depth,prospective,jitter,remedy,target,pathway,presentation,seed,model,metric,area,value",
            lines[0]);
        Assert.Equal(48, lines.Count(line => line.Contains(",frames,,", StringComparison.Ordinal)));
        // At delay 0 the directions are the same experiment.
        string[] At(string start) =>
        [
            .. lines.Where(line => line.StartsWith(start, StringComparison.Ordinal)
                && !line.Contains("us_per_tick", StringComparison.Ordinal)
                && !line.Contains("frames", StringComparison.Ordinal)).Select(line => line[start.Length..]),
        ];
        Assert.NotEmpty(At("0,up,"));
        Assert.Equal(At("0,up,"), At("0,both,"));
        Assert.NotEqual(At("3,up,"), At("3,both,"));
        AssertFigures();

        File.Delete(Path.Combine(_folder["out"], "delay.png"));
        Invocation plot = await Palactors.RunAsync("plot", _folder["out"]);
        Assert.Equal(
            (ExitCodes.Success, $"In {_folder["out"]}: delay.md, delay.png, delay-time.png"),
            (plot.Code, plot.Lines[^1]));
        AssertFigures();
    }

    [Theory]
    [InlineData("--direction upp", "--direction holds 'upp'", "'up'")]
    [InlineData("--delays 0:1:3", "delays holds '0.5'", "whole numbers")]
    [InlineData("--delays -1", "delays holds '-1'", "0 or more")]
    [InlineData("--depths 2", "depths holds '2'", "from 3")]
    [InlineData("--prospective maybe", "--prospective holds 'maybe'")]
    [InlineData("--jitter uniform", "--jitter holds 'uniform'", "uniform:10")]
    [InlineData("--jitter gaussian:3", "--jitter holds 'gaussian:3'", "uniform, normal, lognormal")]
    [InlineData("--jitter uniform:x", "--jitter holds 'uniform:x'")]
    [InlineData("--jitter uniform:3:2.5", "jitter_max is '2.5'")]
    [InlineData("--remedies noise_lagg", "--remedies holds 'noise_lagg'", "'noise_lag'")]
    [InlineData("--targets late", "--targets holds 'late'")]
    [InlineData("--presentations 0", "Tpres is '0'")]
    [InlineData("--presentations long", "Tpres is 'long'")]
    [InlineData("--models PAL,XY", "--models: model is 'XY'")]
    [InlineData("--set layers=[4,3] --set eta_fw=50", "no hidden area")]
    [InlineData("--set delay_up=3", "delay_up is given twice")]
    public async Task BadOptionsAreNamed(string options, params string[] parts)
    {
        Palactors.AssertRefused(
            await Palactors.RunAsync(["study", "delay", _experiment, .. options.Split(' '), "--out", _folder["out"]]),
            parts);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task SeveralPresentationTimesAreDrawnAgainstTheirShareToo()
    {
        Invocation study = await Palactors.RunAsync(
            "study", "delay", _experiment, "--delays", "0,5,10", "--direction", "up", "--models", "PAL",
            "--presentations", "0.5,1", "--seeds", "1,2,3", "--out", _folder["out"]);

        Assert.Equal((ExitCodes.Success, ""), (study.Code, study.Error));
        Assert.EndsWith("delay-time.png, delay-presentation.png", study.Lines[^1], StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder["out/delay-presentation.png"]).Length > 10_000);
        string table = File.ReadAllText(_folder["out/delay.md"]);
        Assert.Contains("\n| PAL, Tpres 0.5 ms, up | ", table, StringComparison.Ordinal);
        string[] ticks = File.ReadAllLines(_folder["out/sweep.csv"]);
        Assert.Contains("0,up,3,on,none,none,immediate,all,0.5,1,PAL,ticks,,950", ticks);
        Assert.Contains("0,up,3,on,none,none,immediate,all,1,1,PAL,ticks,,1900", ticks);
        PresentationAxis axis = new(0.01, [(10, 0.5), (10, 1)]);
        Assert.Equal((0.2, 0.1), (axis.Position(10, 0.5), axis.Position(10, 1)));
        Assert.Equal(["0", "0.02", "0.04"], axis.Ticks.Take(3).Select(tick => tick.Label));
    }

    [Fact]
    public async Task APlainSweepHasNoFigures()
    {
        await Palactors.RunAsync("sweep", _experiment, "--over", "alpha=0", "--ticks", "100", "--out", _folder["out"]);
        Palactors.AssertRefused(await Palactors.RunAsync("plot", _folder["out"]), "nothing to draw");
    }

    [Fact]
    public void MediansStandInATable()
    {
        SweepDefinition definition = new(Study.Delay.Kind, Study.Delay.Columns, ExperimentReader.Read(
            CellModels.All, _experiment));
        List<SweepRow> rows = [];
        void Add(string delay, string remedy, ulong seed, string metric, int? area, double value) =>
            rows.Add(new SweepRow(
                [delay, "both", "4", "on", "none", remedy, "immediate", "all", "-"], seed, "PAL", metric, $"{area}",
                value));
        foreach ((ulong seed, double angle) in new (ulong, double)[] { (1, 10), (2, 20), (3, 60) })
        {
            Add("0", "none", seed, "angle_WT_B", 1, angle);
            Add("0", "none", seed, "angle_WT_B", 2, angle + 2);
            Add("0", "none", seed, "accuracy_validation", null, angle / 100);
        }

        Add("10", "noise_lag", 1, "angle_WT_B", 1, 33.28);
        Add("10", "noise_lag", 1, "angle_WT_B", 2, double.NaN);

        Add("0", "none", 1, SweepTable.ErrorOverEpoch, null, 2e-4);
        Add("0", "none", 2, SweepTable.ErrorOverEpoch, null, 2e-2);

        string[] lines = DelayTable.Text(definition, rows).Split('\n');

        Assert.Equal("# Delays: small", lines[0]);
        int angles = Array.IndexOf(lines, "## Depth 4, prospective on: angle(W^T, B), degrees");
        Assert.Equal(
            [
                "| | d = 0 | 10 |", "|---|---|---|",
                "| PAL, both, mean | 21.0 [16.0, 41.0] |  |", "| PAL, both, area 1 | 20.0 [15.0, 40.0] |  |",
                "| PAL, both, area 2 | 22.0 [17.0, 42.0] |  |",
                "| PAL, noise_lag, both, mean |  | 33.3 (1) |", "| PAL, noise_lag, both, area 1 |  | 33.3 (1) |", "",
            ],
            lines[(angles + 2)..(angles + 10)]);
        Assert.Equal(
            "| PAL, both | 20.0 [15.0, 40.0] |",
            lines[Array.IndexOf(lines, "## Depth 4, prospective on: validation accuracy, %") + 4]);
        Assert.Equal(
            "| PAL, both | 2.0e-03 |",
            lines[
                Array.IndexOf(
                    lines,
                    "## Depth 4, prospective on: |u_top - target|^2, mean of the last epoch (medians of its logarithm)")
                    + 4]);
    }

    [Theory]
    [InlineData("4", "on", "## Depth 4, prospective on: validation accuracy, %")]
    [InlineData("-", "on", "## Prospective on: validation accuracy, %")]
    [InlineData("-", "-", "## Validation accuracy, %")]
    public void ATitleNamesWhatThePanelIsFor(string depth, string coding, string title)
    {
        SweepDefinition definition = new(Study.Delay.Kind, Study.Delay.Columns, ExperimentReader.Read(
            CellModels.All, _experiment));
        SweepRow row = new(
            ["0", "both", depth, coding, "none", "none", "immediate", "all", "-"], 1, "PAL", "accuracy_validation", "",
            0.5);
        Assert.Contains(title, DelayTable.Text(definition, [row]).Split('\n'));
    }

    private static string[] Option(SweepNetwork network, string name) =>
        network.Plan.Options.Single(option => option.Name == name).Values;

    private void AssertFigures()
    {
        foreach (string name in (string[])["delay.png", "delay-time.png"])
        {
            using SKBitmap bitmap = SKBitmap.Decode(Path.Combine(_folder["out"], name));
            Assert.True(bitmap is { Width: > 600, Height: > 1000 }, name);
            // Pixels of the title, and of both models' lines.
            Assert.Contains(bitmap.Pixels, pixel => pixel.Red < 60 && pixel.Green < 60 && pixel.Blue < 60);
            Assert.Contains(bitmap.Pixels, pixel => pixel is { Red: 0xD5, Green: 0x5E, Blue: 0 });
            Assert.Contains(bitmap.Pixels, pixel => pixel is { Red: 0, Green: 0x72, Blue: 0xB2 });
        }
    }
}
