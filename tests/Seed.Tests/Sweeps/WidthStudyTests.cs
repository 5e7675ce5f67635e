using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps;
using SkiaSharp;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>The width study: its points, its tables and its figure.</summary>
public sealed class WidthStudyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public WidthStudyTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ByDefaultItIsTenSeedsOfFourModelsForAHundredEpochs()
    {
        StudyRequest study = new(Study.Width, "yin-yang", null, []);
        Assert.Equal("PAL,FA,no-feedback,BP", string.Join(',', study.UsualModels(CellModels.All)));
        Sweep sweep = Read(study);

        Assert.Equal([5, 10, 15, 20, 30, 60, 120], sweep.Networks.Select(network => network.Plan.Layers[1]).Distinct());
        Assert.Equal(70, sweep.Networks.Count);
        Assert.Equal(
            Enumerable.Range(123456, 10).Select(seed => (ulong)seed),
            sweep.Networks.Select(network => network.Plan.Seed).Distinct());
        Assert.Equal(100, sweep.Networks[0].Plan.Schedule.Phases[^1].Epoch);
        Assert.Equal("1,5,123456,PAL", sweep.Networks[0].Identity);
    }

    [Fact]
    public void WhatIsGivenGoesBeforeItsDefaults()
    {
        Override[] common = [new("--set", "epochs", "3"), new("--seeds", "seeds", "[8]")];
        Sweep sweep = Read(new StudyRequest(Study.Width, _experiment, null, common)
        {
            Given = new() { ["sizes"] = "6" },
        });

        SweepNetwork network = Assert.Single(sweep.Networks);
        Assert.Equal((3, 8ul), (network.Plan.Schedule.Phases[^1].Epoch, network.Plan.Seed));
        Assert.Equal([4, 6, 3], network.Plan.Layers);
    }

    [Theory]
    [InlineData("[4, 30, 3]", "[50, 0.01]", "50,50,0.01")]
    [InlineData("[4, 9, 7, 3]", "[50, 10, 0.01]", "50,10,0.01")]
    public void HiddenAreasHaveOneSizeAndTheirOwnRatesIfTheExperimentHasAsMany(
        string layers, string given, string rates)
    {
        Override[] common =
            [new("--set", "layers", layers), new("--set", "eta_fw", given), new("--seeds", "seeds", "[1]")];
        Sweep sweep = Read(new StudyRequest(Study.Width, _experiment, null, common)
        {
            Given = new() { ["sizes"] = "6,8", ["hidden-areas"] = "2" },
        });

        Assert.Equal([[4, 6, 6, 3], [4, 8, 8, 3]], sweep.Networks.Select(network => network.Plan.Layers));
        Assert.All(sweep.Networks, network => Assert.Equal(
            rates, string.Join(',', network.Plan.Options.Single(option => option.Name == "eta_fw").Values)));
    }

    [Theory]
    [InlineData("mnist", "PAL,FA,no-feedback,BP")]
    [InlineData("cifar10-dense", "PAL,FA,BP")]
    public void AModelThatTheExperimentLacksIsLeftOut(string experiment, string labels) => Assert.Equal(
        labels,
        string.Join(',', new StudyRequest(Study.Width, experiment, null, []).UsualModels(CellModels.All)));

    [Theory]
    [InlineData("streams", "streams is a graph of areas")]
    [InlineData("student", "student has the task fw_bw and no accuracy")]
    [InlineData("autoencoder", "autoencoder has the task autoencoder and no accuracy")]
    [InlineData("shapes", "shapes has convolutions")]
    [InlineData(
        "yin-yang", "there is no hidden area, so no size to vary", "--set", "layers=[4,3]", "--set", "eta_fw=1")]
    [InlineData("yin-yang", "sizes holds '0'; valid are whole numbers, 1 or more", "--sizes", "0,5")]
    [InlineData("yin-yang", "hidden-areas holds '0'; valid are whole numbers from 1", "--hidden-areas", "0")]
    public async Task WhatItCannotVaryIsRefusedInOneLine(string experiment, string problem, params string[] options)
    {
        Palactors.AssertRefused(
            await Palactors.RunAsync(["study", "width", experiment, "--out", _folder["out"], .. options]), problem);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task AStudyLeavesTablesAndAFigure()
    {
        string[] study =
        [
            "study", "width", _experiment, "--sizes", "5,8", "--hidden-areas", "1,2", "--models", "PAL,no-feedback",
            "--seeds", "1-3", "--epochs", "1", "--out", _folder["out"],
        ];
        Invocation invocation = await Palactors.RunAsync(study);

        const string files = "width.csv, width-summary.csv, width.md, width.png";
        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        Assert.Equal($"In {_folder["out"]}: sweep.yaml, sweep.csv, {files}", invocation.Lines[^1]);
        string[] networks = File.ReadAllLines(_folder["out/width.csv"]);
        Assert.Equal("hidden_areas,size,model,seed,accuracy_test,diverged_at_tick", networks[0]);
        Assert.Equal(25, networks.Length);
        Assert.Equal(9, File.ReadAllLines(_folder["out/width-summary.csv"]).Length);
        Assert.Contains(
            "\n## 2 hidden areas: test accuracy, %\n", File.ReadAllText(_folder["out/width.md"]),
            StringComparison.Ordinal);

        // All of it follows from the table.
        string[] names = files.Split(", ");
        string[] before = [.. names.Take(3).Select(name => File.ReadAllText(_folder[$"out/{name}"]))];
        foreach (string name in names)
            File.Delete(_folder[$"out/{name}"]);
        Invocation plot = await Palactors.RunAsync("plot", _folder["out"]);
        Assert.Equal((ExitCodes.Success, $"In {_folder["out"]}: {files}"), (plot.Code, plot.Lines[^1]));
        Assert.Equal(before, names.Take(3).Select(name => File.ReadAllText(_folder[$"out/{name}"])));
        using SKBitmap bitmap = SKBitmap.Decode(_folder["out/width.png"]);
        Assert.True(bitmap is { Width: > 1200, Height: > 600 });
        Assert.Contains(bitmap.Pixels, pixel => pixel is { Red: 0xD5, Green: 0x5E, Blue: 0 });
        Assert.Contains(bitmap.Pixels, pixel => pixel is { Red: 0, Green: 0x72, Blue: 0xB2 });
    }

    [Fact]
    public async Task BeforeAnAccuracyIsMeasuredThereIsNoFigure()
    {
        Invocation invocation = await Palactors.RunAsync(
            "study", "width", _experiment, "--sizes", "5", "--models", "PAL", "--seeds", "1", "--ticks", "10", "--out",
            _folder["out"]);

        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        Assert.EndsWith(
            "sweep.yaml, sweep.csv, width.csv, width-summary.csv, width.md", invocation.Lines[^1],
            StringComparison.Ordinal);
        Assert.Equal("1,5,PAL,1,,", File.ReadAllLines(_folder["out/width.csv"])[1]);
    }

    [Fact]
    public void TablesTellMediansDivergedNetworksAndCellsNeeded()
    {
        List<SweepRow> rows = [];
        void Add(string size, string model, ulong seed, string metric, double value) =>
            rows.Add(new SweepRow(["1", size], seed, model, metric, "", value));
        (string Size, double[] Values)[] curve =
            [("5", [0.5, 0.6, 0.7]), ("10", [0.7, 0.8, 0.9]), ("20", [0.98, 0.988, 0.996])];
        foreach ((string size, double[] values) in curve)
        {
            for (int seed = 0; seed < values.Length; seed++)
            {
                Add(size, "PAL", (ulong)seed, "accuracy_test", values[seed]);
                Add(size, "BP", (ulong)seed, "accuracy_test", values[seed] - 0.2);
            }
        }

        Add("5", "PAL", 3, SweepTable.DivergedAtTick, 77);
        IReadOnlyList<WidthNetwork> networks = WidthNetwork.Of(rows);
        SweepDefinition definition = new(
            Study.Width.Kind, Study.Width.Columns, ExperimentReader.Read(CellModels.All, _experiment));
        string[] text = WidthText.Of(definition, WidthNetwork.Measure(rows), networks).Split('\n');

        Assert.Equal(
            ["| | 5 | 10 | 20 |", "|---|---|---|---|",
                "| PAL | 60.0 [55.0, 65.0] | 80.0 [75.0, 85.0] | 98.8 [98.4, 99.2] |",
                "| BP | 40.0 [35.0, 45.0] | 60.0 [55.0, 65.0] | 78.8 [78.4, 79.2] |"],
            Below("## 1 hidden area: test accuracy, %", 2, 4));
        // 10 * 2^(0.1 / 0.188) and 10 * 2^(0.15 / 0.188).
        Assert.Equal(
            ["| | 90 % | 95 % |", "|---|---|---|", "| PAL | 20 (14.5) | 20 (17.4) |",
                "| BP | not reached | not reached |"],
            Below("## 1 hidden area: cells of a hidden area needed", 4, 4));
        Assert.Equal("| PAL | 1 of 4 | 0 of 3 | 0 of 3 |", Below("## 1 hidden area: networks that diverged", 4, 1)[0]);
        Assert.Contains("1,5,PAL,3,,77", WidthTables.Networks("accuracy_test", networks).Split('\n'));
        string[] summary = WidthTables.Summary("accuracy_test", networks).Split('\n')[1].Split(',');
        Assert.Equal("1,5,PAL,accuracy_test,4,1", string.Join(',', summary[..6]));
        double[] quartiles = [.. summary[6..].Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.All(quartiles.Zip([0.55, 0.6, 0.65]), pair => Assert.Equal(pair.Second, pair.First, 12));
        Assert.Equal("at most 5", CellsNeeded.Of(networks.Where(network => network.Model == "PAL"), 0.55));

        string[] Below(string title, int lines, int count)
        {
            int at = Array.IndexOf(text, title);
            Assert.True(at > 0, title);
            return text[(at + lines)..(at + lines + count)];
        }
    }

    private static Sweep Read(StudyRequest study) => Sweep.Read(CellModels.All, study.Sweep(CellModels.All));
}
